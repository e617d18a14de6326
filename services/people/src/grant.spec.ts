import { describe, expect, test } from '@jest/globals';
import {
  choosePrimary,
  decideEnd,
  decideGive,
  type GrantWish,
  isUsable,
  isValidAt,
  type RoleGrant,
} from './grant.js';
import type { Mandate } from './mandate.js';

const grant = (changes: Partial<RoleGrant> = {}): RoleGrant => ({
  id: 'g1',
  accountId: 'a1',
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

const mandate = (changes: Partial<Mandate> = {}): Mandate => ({
  id: 'm1',
  personId: 'p1',
  kind: 'DEPUTY',
  certificateNumber: null,
  term: '第十六届',
  electoralUnit: null,
  delegation: null,
  sector: null,
  party: null,
  status: 'ACTIVE',
  reason: null,
  from: '2022-01-01',
  to: null,
  version: 1,
  ...changes,
});

describe('validity is counted in days of Asia/Shanghai', () => {
  test.each([
    // 2024-06-01 in Shanghai begins at 16:00 UTC on 31 May
    [{ validFrom: '2024-06-01' }, '2024-05-31T15:59:59.999Z', false],
    [{ validFrom: '2024-06-01' }, '2024-05-31T16:00:00.000Z', true],
    [{ validTo: '2024-06-01' }, '2024-06-01T15:59:59.999Z', true],
    [{ validTo: '2024-06-01' }, '2024-06-01T16:00:00.000Z', false],
    [{ endedAt: '2024-06-01T04:00:00.000Z' }, '2024-06-01T03:59:59.999Z', true],
    [{ endedAt: '2024-06-01T04:00:00.000Z' }, '2024-06-01T04:00:00.000Z', false],
  ])('%j at %s: %s', (changes, now, expected) => expect(isValidAt(grant(changes), now)).toBe(expected));

  test.each([
    [{}, null, true],
    [{ mandateId: 'm1' }, mandate(), true],
    [{ mandateId: 'm1' }, mandate({ status: 'SUSPENDED' }), false],
    [{ mandateId: 'm1' }, mandate({ status: 'ENDED' }), false],
    [{ mandateId: 'm1' }, null, false],
  ] as const)('%j resting on %j is usable: %s', (changes, held, expected) =>
    expect(isUsable(grant(changes), held, '2024-06-01T04:00:00.000Z')).toBe(expected),
  );
});

test.each([
  [[], null],
  [[grant({ id: 'b' }), grant({ id: 'a' })], 'a'],
  [[grant({ id: 'a' }), grant({ id: 'b', primary: true })], 'b'],
  [[grant({ id: 'a', validFrom: '2024-02-01' }), grant({ id: 'b' })], 'b'],
])('primary grant of %j is %s', (grants, expected) =>
  expect(choosePrimary(grants)?.id ?? null).toBe(expected),
);

describe('giving', () => {
  const wish = (changes: Partial<GrantWish> = {}): GrantWish => {
    const { id, endedAt, ...rest } = grant();
    return { ...rest, ...changes };
  };
  const deputy = { role: 'DEPUTY', mandateId: 'm1' } as const;
  test.each([
    [{}, {}, 'grant.given'],
    [{ role: 'SYSTEM' }, {}, 'ROLE_NOT_GRANTABLE'],
    [{ role: 'UNIT_HEAD' }, {}, 'GRANT_NEEDS_UNIT'],
    [{ role: 'UNIT_HEAD', unitId: 'u1' }, {}, 'grant.given'],
    [{ sectionId: 's1' }, {}, 'SECTION_NEEDS_UNIT'],
    [{ role: 'DEPUTY' }, {}, 'GRANT_NEEDS_MANDATE'],
    [deputy, {}, 'MANDATE_NOT_FOUND'],
    [deputy, { mandate: mandate() }, 'grant.given'],
    [deputy, { mandate: mandate({ personId: 'p2' }) }, 'MANDATE_DOES_NOT_FIT'],
    [deputy, { mandate: mandate({ kind: 'CPPCC_MEMBER' }) }, 'MANDATE_DOES_NOT_FIT'],
    [deputy, { mandate: mandate({ status: 'ENDED' }) }, 'MANDATE_ALREADY_ENDED'],
    [{ mandateId: 'm1' }, { mandate: mandate() }, 'grant.given'],
    [{ mandateId: 'm1' }, {}, 'MANDATE_NOT_FOUND'],
    [{ validFrom: '2024-02-30' }, {}, 'DATE_INVALID'],
    [{ validTo: '2023-12-31' }, {}, 'PERIOD_REVERSED'],
    [{}, { existing: [grant()] }, 'GRANT_ALREADY_GIVEN'],
    [{}, { existing: [grant({ validTo: '2023-12-31', validFrom: '2023-01-01' })] }, 'grant.given'],
    [{}, { existing: [grant({ endedAt: '2024-05-01T00:00:00.000Z' })] }, 'grant.given'],
    [{}, { existing: [grant({ role: 'TENANT_ADMIN' })] }, 'grant.given'],
  ] as const)('%j to %j -> %s', (changes, subject, expected) => {
    const outcome = decideGive('g9', wish(changes), {
      personId: 'p1',
      mandate: null,
      existing: [],
      ...subject,
    });
    expect(outcome.accepted ? outcome.value.type : outcome.code).toBe(expected);
  });
});

describe('ending', () => {
  const NOW = '2024-06-01T04:00:00.000Z';
  test.each([
    [{}, null, { endedAt: NOW, validTo: null }],
    [{}, '2024-06-30', { endedAt: null, validTo: '2024-06-30' }],
    [{}, '2024-06-01', { endedAt: null, validTo: '2024-06-01' }],
    [{}, '2024-05-31', 'DATE_IN_PAST'],
    [{}, '2024-06-31', 'DATE_INVALID'],
    [{ validTo: '2024-06-15' }, '2024-06-30', 'GRANT_ENDS_EARLIER'],
    [{ validTo: '2024-05-31' }, null, 'GRANT_ALREADY_ENDED'],
    [{ endedAt: NOW }, null, 'GRANT_ALREADY_ENDED'],
    [{ validFrom: '2024-07-01' }, '2024-06-15', 'PERIOD_REVERSED'],
  ] as const)('%j with last day %s -> %j', (changes, lastDay, expected) => {
    const outcome = decideEnd(grant(changes), lastDay, NOW);
    if (typeof expected === 'string') expect(outcome).toMatchObject({ accepted: false, code: expected });
    else
      expect(outcome).toMatchObject({
        accepted: true,
        value: { event: { type: 'grant.ended' }, end: expected },
      });
  });
});
