import type { Resident } from '../../kit/county.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Record<string, unknown>;
const LONG_AGO = '2020-01-01';

/** The administrator's own account and grant. */
export type Own = { readonly account: { readonly id: string }; readonly grant: { readonly id: string } };

/** What is refused when grants are given and ended. */
export async function refusedOnGrants({ admin, deputies, heads }: Cast, own: Own): Promise<Attempt[]> {
  const accountId = await accountIds(admin)('.street-committee-officer');
  const given = { accountId, role: 'COMMITTEE_SUPERVISOR', validFrom: '2024-01-01' };
  const give = (code: string, input: Input) => attempt(code, admin, 'giveGrant', { ...given, ...input });
  const grant = 'grant { id }';
  const limited = (await must(admin, 'giveGrant', { ...given, validTo: '2998-01-01' }, grant)).grant.id;
  const over = (await must(admin, 'giveGrant', { ...given, role: 'EVALUATOR' }, grant)).grant.id;
  await must(admin, 'endGrant', { grantId: over });
  const { units } = (
    await admin.get('{ viewer { locality { units(first: 1) { nodes { sections { id } } } } } }')
  ).viewer.locality;
  const sectionId = units.nodes[0].sections[0].id;
  const end = (code: string, input: Input) =>
    attempt(code, admin, 'endGrant', { grantId: limited, ...input });
  return [
    give('ROLE_NOT_GRANTABLE', { role: 'SYSTEM' }),
    give('GRANT_NEEDS_UNIT', { role: 'UNIT_HEAD' }),
    give('SECTION_NEEDS_UNIT', { sectionId }),
    give('GRANT_NEEDS_MANDATE', { role: 'DEPUTY' }),
    give('MANDATE_DOES_NOT_FIT', { role: 'DEPUTY', mandateId: deputies[0].mandateId }),
    give('GRANT_ALREADY_GIVEN', {}),
    give('UNIT_NOT_FOUND', { role: 'UNIT_HEAD', unitId: elsewhere(heads[0].unitId) }),
    give('SECTION_NOT_FOUND', {
      role: 'UNIT_HANDLER',
      unitId: heads[0].unitId,
      sectionId: elsewhere(sectionId),
    }),
    give('PERIOD_REVERSED', { validTo: LONG_AGO }),
    end('GRANT_NOT_FOUND', { grantId: nobodys(limited) }),
    end('OWN_GRANT_NOT_ALLOWED', { grantId: own.grant.id }),
    end('GRANT_ALREADY_ENDED', { grantId: over }),
    end('GRANT_ENDS_EARLIER', { lastDay: '2999-01-01' }),
    end('DATE_IN_PAST', { lastDay: LONG_AGO }),
  ];
}

/** The id of the same thing in another locality: bytes 2 to 4 of an id say which. */
const elsewhere = (id: string): string => {
  const [kind = '', rest = ''] = id.split(/_(.*)/s);
  const bytes = Buffer.from(rest, 'base64url');
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  return `${kind}_${bytes.toString('base64url')}`;
};

/** Finds an account by the end of its login. */
export const accountIds =
  (admin: Resident) =>
  async (ending: string): Promise<string> => {
    const { accounts } = await admin.get('{ accounts(first: 100) { nodes { id login } } }');
    return accounts.nodes.find(({ login }: { login: string }) => login.endsWith(ending)).id;
  };
