import type { Resident } from '../../kit/county.js';
import { must } from './case.js';

const UNIT = {
  code: 'stories',
  name: '故事管理局',
  shortName: '故事局',
  system: 'GOVERNMENT',
  from: '2024-01-01',
};

/** Every mutation on units, accounts, grants and mandates there is, by the administrator of a county. */
export async function everythingElsewhere(admin: Resident): Promise<void> {
  await onUnits(admin);
  await onMandates(admin);
  await onAccounts(admin);
}

async function onUnits(admin: Resident): Promise<void> {
  const { unit } = await must(admin, 'registerUnit', UNIT, 'unit { id version }');
  const names = { unitId: unit.id, name: '故事和传说管理局', shortName: '故传局' };
  await must(admin, 'renameUnit', names, 'unit { version }');
  await must(admin, 'closeUnit', { unitId: unit.id, lastDay: '2024-12-31' }, 'unit { version to }');
}

async function onMandates(admin: Resident): Promise<void> {
  const newPerson = { name: '顾新' };
  const term = { kind: 'DEPUTY', term: '第十八届', from: '2024-01-01', newPerson };
  const { mandate } = await must(admin, 'registerMandate', term, 'mandate { id version }');
  const mandateId = mandate.id;
  const version = 'mandate { version status }';
  await must(admin, 'suspendMandate', { mandateId, reason: '接受调查' }, version);
  await must(admin, 'resumeMandate', { mandateId, reason: '调查终结' }, version);
  await must(admin, 'endMandate', { mandateId, on: '2025-01-01', reason: '调离' }, version);
}

async function onAccounts(admin: Resident): Promise<void> {
  const { accounts } = await admin.get('{ accounts(first: 100) { nodes { id login } } }');
  const accountId = accounts.nodes.find(({ login }: { login: string }) => login.endsWith('.evaluator')).id;
  const given = { accountId, role: 'COMMITTEE_SUPERVISOR', validFrom: '2025-01-01' };
  const { grant } = await must(admin, 'giveGrant', given, 'grant { id validTo endedAt }');
  await must(admin, 'endGrant', { grantId: grant.id }, 'grant { id endedAt }');
  await must(admin, 'disableAccount', { accountId, reason: '离岗' }, 'account { status }');
  await must(admin, 'enableAccount', { accountId }, 'account { status }');
  const opened = { login: `${admin.login.split('.')[0]}.new-evaluator`, name: '顾言', role: 'EVALUATOR' };
  const { account } = await must(admin, 'openAccount', opened, 'account { id login }');
  await must(admin, 'resetPassword', { accountId: account.id }, 'account { id status }');
}
