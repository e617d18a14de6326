import { encodeId } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { Account } from '../account.js';
import type { RoleGrant } from '../grant.js';
import { type GrantOfAccount, type IdentifyDeps, identify } from './identify.js';

const NOW = '2024-06-01T04:00:00.000Z';
const idOf = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`;

const account = (changes: Partial<Account> = {}): Account => ({
  id: idOf(1),
  login: 'x.deputy',
  subject: 's1',
  personId: idOf(2),
  status: 'ACTIVE',
  failedAttempts: 0,
  lockedUntil: null,
  mustChangePassword: false,
  passwordSetAt: null,
  version: 1,
  ...changes,
});

const grant = (changes: Partial<RoleGrant> = {}): RoleGrant => ({
  id: idOf(3),
  accountId: idOf(1),
  role: 'EVALUATOR',
  unitId: null,
  sectionId: null,
  mandateId: null,
  validFrom: '2024-01-01',
  validTo: null,
  endedAt: null,
  primary: false,
  ...changes,
});

type Stored = {
  readonly tenant: number;
  readonly account: Account;
  readonly grants: readonly GrantOfAccount[];
};

const deps = (stored: readonly Stored[]): IdentifyDeps => ({
  findBySubject: async (subject) =>
    stored
      .filter((each) => each.account.subject === subject)
      .map((each) => ({ ...each, passwordHash: null })),
  findGrants: async (tenant, id) => ({
    now: NOW,
    grants: stored.find((each) => each.tenant === tenant && each.account.id === id)?.grants ?? [],
  }),
});

const plain = (changes: Partial<RoleGrant> = {}): GrantOfAccount => ({
  grant: grant(changes),
  mandate: null,
});
const one = (grants: readonly GrantOfAccount[], changes: Partial<Account> = {}) =>
  deps([{ tenant: 1, account: account(changes), grants }]);

describe('a token’s subject', () => {
  test.each([
    ['unknown', one([plain()]), { subject: 'nobody' }, 'ACCOUNT_UNKNOWN'],
    ['impossible', one([plain()]), { subject: 's1\0' }, 'ACCOUNT_UNKNOWN'],
    ['disabled', one([plain()], { status: 'DISABLED' }), { subject: 's1' }, 'ACCOUNT_DISABLED'],
    [
      'with a one-time password',
      one([plain()], { mustChangePassword: true }),
      { subject: 's1' },
      'ACCOUNT_DISABLED',
    ],
    ['without grants', one([]), { subject: 's1' }, 'NO_GRANT'],
    ['with a grant that has ended', one([plain({ endedAt: NOW })]), { subject: 's1' }, 'NO_GRANT'],
    ['with a grant not begun', one([plain({ validFrom: '2024-06-02' })]), { subject: 's1' }, 'NO_GRANT'],
    [
      'whose mandate is suspended',
      one([{ grant: grant({ mandateId: idOf(4) }), mandate: { status: 'SUSPENDED' } }]),
      { subject: 's1' },
      'NO_GRANT',
    ],
    ['with a malformed choice', one([plain()]), { subject: 's1', grant: 'grant_1' }, 'NO_GRANT'],
    [
      'choosing the same id in another locality',
      one([plain()]),
      { subject: 's1', grant: encodeId({ kind: 'grant', tenant: 2, id: idOf(3) }) },
      'NO_GRANT',
    ],
  ])('%s is refused', async (_, store, question, refused) =>
    expect(await identify(store, question)).toEqual({ refused }),
  );

  test('becomes a viewer by the primary grant', async () => {
    const primary = grant({
      id: idOf(5),
      primary: true,
      role: 'UNIT_HEAD',
      unitId: idOf(6),
      sectionId: idOf(7),
    });
    const answer = await identify(one([plain(), { grant: primary, mandate: null }]), { subject: 's1' });
    expect(answer).toEqual({
      viewer: {
        accountId: idOf(1),
        grantId: idOf(5),
        login: 'x.deputy',
        tenant: 1,
        role: 'UNIT_HEAD',
        personId: idOf(2),
        mandateId: null,
        unitId: idOf(6),
        sectionId: idOf(7),
      },
    });
  });

  test('with accounts in two localities chooses the locality with the grant', async () => {
    const store = deps([
      { tenant: 1, account: account(), grants: [plain({ primary: true })] },
      { tenant: 2, account: account({ id: idOf(8) }), grants: [plain({ id: idOf(9) })] },
    ]);
    const chosen = encodeId({ kind: 'grant', tenant: 2, id: idOf(9) });
    expect(await identify(store, { subject: 's1' })).toMatchObject({ viewer: { tenant: 1 } });
    expect(await identify(store, { subject: 's1', grant: chosen })).toMatchObject({ viewer: { tenant: 2 } });
  });
});
