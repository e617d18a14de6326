import type { Resident } from '../../kit/county.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';
import { accountIds, type Own, refusedOnGrants } from './on-grants.js';

type Input = Record<string, unknown>;
const LONG_AGO = '2020-01-01';

/** What is refused about units, mandates, accounts and grants, and of ledgers. */
export async function refusedElsewhere(cast: Cast): Promise<Attempt[]> {
  const { viewer } = await cast.admin.get('{ viewer { account { id } grant { id } } }');
  const parts = await Promise.all([
    onUnits(cast),
    onMandates(cast),
    onAccounts(cast, viewer),
    refusedOnGrants(cast, viewer),
  ]);
  return [...parts.flat(), ...onLedgers(cast)];
}

async function onUnits({ admin, heads }: Cast): Promise<Attempt[]> {
  const unit = {
    code: 'refusing',
    name: '拒绝局',
    shortName: '拒绝局',
    system: 'GOVERNMENT',
    from: '2024-01-01',
  };
  const register = (code: string, input: Input) =>
    attempt(code, admin, 'registerUnit', { ...unit, ...input });
  const { id } = (
    await must(
      admin,
      'registerUnit',
      { ...unit, code: 'open', name: '开放局', shortName: '开放局' },
      'unit { id }',
    )
  ).unit;
  const gone = (
    await must(
      admin,
      'registerUnit',
      { ...unit, code: 'shut', name: '关停局', shortName: '关停局' },
      'unit { id }',
    )
  ).unit;
  await must(admin, 'closeUnit', { unitId: gone.id, lastDay: '2024-12-31' });
  const { viewer } = await admin.get('{ viewer { locality { organs { id } } } }');
  const close = (code: string, input: Input) =>
    attempt(code, admin, 'closeUnit', { unitId: id, lastDay: '2025-12-31', ...input });
  const section = { code: 'office', name: '办公室' };
  return [
    attempt('ROLE_NOT_ALLOWED', heads[0], 'registerUnit', unit),
    attempt('STALE_VERSION', admin, 'renameUnit', {
      unitId: id,
      name: '新名局',
      shortName: '新名局',
      expectedVersion: 9,
    }),
    attempt('UNIT_NOT_FOUND', admin, 'renameUnit', {
      unitId: nobodys(id),
      name: '新名局',
      shortName: '新名局',
    }),
    attempt('UNIT_NAME_UNCHANGED', admin, 'renameUnit', { unitId: id, name: '开放局', shortName: '开放局' }),
    attempt('UNIT_ALREADY_CLOSED', admin, 'renameUnit', {
      unitId: gone.id,
      name: '新名局',
      shortName: '新名局',
    }),
    attempt('SHARING_UNCHANGED', admin, 'setSharing', { level: 'COUNTS', reason: '照旧' }),
    register('UNIT_CODE_TAKEN', { code: 'open' }),
    register('UNIT_NAME_TAKEN', { name: '开放局' }),
    register('CODE_MALFORMED', { code: 'Zu Groß' }),
    register('ORGAN_NOT_FOUND', { liaisonOrganId: nobodys(viewer.locality.organs[0].id) }),
    register('SECTION_CODE_TWICE', { sections: [section, section] }),
    register('TOO_MANY_SECTIONS', {
      sections: Array.from({ length: 300 }, (_, at) => ({ code: `s${at}`, name: `科室${at}` })),
    }),
    close('UNIT_CLOSED_BEFORE_OPENED', { lastDay: LONG_AGO }),
    close('SUCCESSOR_NOT_FOUND', { successorId: nobodys(id) }),
    close('SUCCESSOR_IS_ITSELF', { successorId: id }),
    close('SUCCESSOR_CLOSED', { successorId: gone.id }),
  ];
}

async function onMandates({ admin }: Cast): Promise<Attempt[]> {
  const mandate = { kind: 'DEPUTY', term: '第十八届', from: '2024-01-01' };
  const register = (code: string, input: Input) =>
    attempt(code, admin, 'registerMandate', { ...mandate, ...input });
  const fresh = async (name: string) =>
    (
      await must(
        admin,
        'registerMandate',
        { ...mandate, newPerson: { name } },
        'mandate { id person { id } }',
      )
    ).mandate;
  const [active, suspended, ended] = await Promise.all(['顾在', '顾停', '顾终'].map(fresh));
  await must(admin, 'suspendMandate', { mandateId: suspended.id, reason: '接受调查' });
  await must(admin, 'endMandate', { mandateId: ended.id, on: '2025-01-01', reason: '调离' });
  const newPerson = { name: '顾新' };
  const end = (code: string, input: Input) =>
    attempt(code, admin, 'endMandate', { mandateId: active.id, on: '2025-01-01', reason: '调离', ...input });
  return [
    register('PERSON_OR_ID_REQUIRED', {}),
    register('PERSON_OR_ID_REQUIRED', { personId: active.person.id, newPerson }),
    register('PERSON_NOT_FOUND', { personId: nobodys(active.person.id) }),
    register('SECTOR_NOT_FOR_DEPUTIES', { newPerson, sector: '教育界' }),
    register('DELEGATION_NOT_FOR_MEMBERS', { newPerson, kind: 'CPPCC_MEMBER', delegation: '宜阳代表团' }),
    register('MANDATE_ALREADY_REGISTERED', { personId: active.person.id }),
    register('PERIOD_REVERSED', { newPerson, to: '2023-01-01' }),
    attempt('MANDATE_NOT_FOUND', admin, 'resumeMandate', { mandateId: nobodys(active.id), reason: '误停' }),
    attempt('MANDATE_NOT_SUSPENDED', admin, 'resumeMandate', { mandateId: active.id, reason: '误停' }),
    attempt('MANDATE_ALREADY_SUSPENDED', admin, 'suspendMandate', {
      mandateId: suspended.id,
      reason: '再停',
    }),
    end('MANDATE_ALREADY_ENDED', { mandateId: ended.id }),
    end('PERIOD_REVERSED', { on: LONG_AGO }),
    end('DATE_IN_FUTURE', { on: '2999-01-01' }),
    end('TEXT_EMPTY', { reason: ' ' }),
    end('TEXT_TOO_LONG', { reason: '由'.repeat(501) }),
  ];
}

async function onAccounts({ admin, county }: Cast, own: Own): Promise<Attempt[]> {
  const idOf = accountIds(admin);
  const [disabled, active] = [await idOf('.public'), await idOf('.leading-official')];
  await must(admin, 'disableAccount', { accountId: disabled, reason: '停用' });
  const open = (code: string, input: Input) =>
    attempt(code, admin, 'openAccount', {
      login: `${county.code}.neu`,
      name: '顾言',
      role: 'EVALUATOR',
      ...input,
    });
  return [
    attempt('ACCOUNT_NOT_FOUND', admin, 'disableAccount', { accountId: nobodys(active), reason: '停用' }),
    attempt('OWN_ACCOUNT_NOT_ALLOWED', admin, 'disableAccount', {
      accountId: own.account.id,
      reason: '停用',
    }),
    attempt('ACCOUNT_ALREADY_DISABLED', admin, 'disableAccount', { accountId: disabled, reason: '停用' }),
    attempt('ACCOUNT_ALREADY_ACTIVE', admin, 'enableAccount', { accountId: active }),
    open('LOGIN_MALFORMED', { login: `${county.code}.ÄÖ` }),
    open('LOGIN_NEEDS_PREFIX', { login: 'neu' }),
    open('LOGIN_TAKEN', { login: `${county.code}.evaluator` }),
    open('SUBJECT_NOT_EXPECTED', { subject: 'u-17' }),
    open('PERSON_OR_ID_REQUIRED', { personId: await personOf(admin) }),
  ];
}

function onLedgers({ office }: Cast): Attempt[] {
  const row = { caseNumber: '1', kind: '建议', title: '一件', period: '大会', proposerType: '个人' };
  const ledger = (code: string, rows: Input[], dryRun = false) =>
    attempt(code, office, 'importLedger', { year: 2024, dryRun, rows });
  return [
    ledger('LEDGER_HAS_PROBLEMS', [row]),
    ledger('LEDGER_TOO_LONG', Array(1001).fill({ caseNumber: '1' })),
    ledger('LEDGER_DRY_RUN', [], true),
  ];
}

const personOf = async (admin: Resident): Promise<string> =>
  (await admin.get('{ viewer { person { id } } }')).viewer.person.id;
