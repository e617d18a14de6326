import { expect, test } from '@jest/globals';
import type { DeclaredSession } from './sessions.js';
import { termsOf } from './terms.js';

const rule = { years: 5, endsOn: {} };
const session = (term: number, number: number, opensOn: string, also = {}): DeclaredSession => ({
  ...{ kind: 'NPC_SUGGESTION', term, session: number, opensOn, closesOn: null },
  year: Number(opensOn.slice(0, 4)),
  ...also,
});

test.each([
  ['five years after its first session', rule, [session(17, 1, '2022-01-10')], '2027-01-10'],
  ['counted back from a later session', rule, [session(17, 4, '2025-01-12')], '2027-01-12'],
  [
    'the earliest that is known',
    rule,
    [session(17, 4, '2025-01-12'), session(17, 2, '2023-01-08')],
    '2027-01-08',
  ],
  [
    'when the next one opens',
    rule,
    [session(18, 1, '2027-02-03'), session(17, 1, '2022-01-10')],
    '2027-02-03',
  ],
  [
    'as the locality has written',
    { years: 5, endsOn: { 17: '2026-12-31' } },
    [session(17, 1, '2022-01-10')],
    '2026-12-31',
  ],
  [
    'the other assembly’s says nothing',
    rule,
    [session(17, 1, '2022-01-10', { kind: 'CPPCC_PROPOSAL' })],
    null,
  ],
  ['nobody has declared a session', rule, [], null],
] as const)('a term ends: %s', (_, term, declared, end) => {
  expect(termsOf(term, declared).endOf('NPC_SUGGESTION', 17)).toBe(end);
});

test('the term of a year is that of its session', () => {
  const terms = termsOf(rule, [session(17, 4, '2025-01-12')]);
  expect([terms.ofYear('NPC_SUGGESTION', 2025), terms.ofYear('NPC_SUGGESTION', 2024)]).toEqual([17, null]);
});
