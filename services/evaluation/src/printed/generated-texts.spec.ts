import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../facts/fact.js';
import type { Counted } from '../figures/tally.js';
import type { Report } from '../report/report.js';
import { textOf } from '../report/write-report.js';
import { HANDED_OVER } from '../score/plain-case.js';
import { recounted } from '../testing/recounted.js';
import { BASE_REPORT } from '../testing/report.kit.js';
import { checkedFigures } from './check-text.js';
import { readClaims } from './read-claims.js';
import type { CheckedFigure } from './verdict.js';

const YEAR = 2024;
const LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', null] as const;
const CLASSES = [
  { localClass: 'A', outcomes: 'SOLVED' },
  { localClass: 'B', outcomes: 'IN_PROGRESS|PLANNED' },
  { localClass: 'C', outcomes: 'DEFERRED|REFERENCE' },
  { localClass: null, outcomes: null },
] as const;

/** A case of this year or the year before, handed over or not. */
const caseOf = (year: number): fc.Arbitrary<Counted> =>
  fc
    .record({
      kind: fc.constantFrom('NPC_SUGGESTION', 'CPPCC_PROPOSAL'),
      handed: fc.boolean(),
      key: fc.boolean(),
      replied: fc.boolean(),
      late: fc.boolean(),
      closed: fc.boolean(),
      contacts: fc.nat(1),
      given: fc.constantFrom(...CLASSES),
      attitude: fc.constantFrom(...LEVELS),
      result: fc.constantFrom(...LEVELS),
      overall: fc.constantFrom(...LEVELS),
      open: fc.nat(1),
    })
    .map((made) => ({ tenant: 1, unitId: null, role: null, facts: factsOf(year, made) }));

type Made = {
  readonly kind: string;
  readonly handed: boolean;
  readonly key: boolean;
  readonly replied: boolean;
  readonly late: boolean;
  readonly closed: boolean;
  readonly contacts: number;
  readonly given: (typeof CLASSES)[number];
  readonly attitude: Facts['attitudeFinal'];
  readonly result: Facts['resultFinal'];
  readonly overall: Facts['overallFinal'];
  readonly open: number;
};

function factsOf(year: number, made: Made): Facts {
  const on = (holds: boolean, day: string): string | null => (holds && made.handed ? `${year}-${day}` : null);
  return {
    ...HANDED_OVER,
    ...made.given,
    year,
    kind: made.kind,
    submittedOn: `${year}-01-10`,
    acceptedOn: `${year}-01-15`,
    handedOverOn: on(true, '02-01'),
    answering: made.handed ? 1 : 0,
    keyTiers: made.key ? 'TOP_LEADER' : null,
    repliedOn: on(made.replied, '04-01'),
    lateReplies: made.late ? 1 : 0,
    closedOn: on(made.closed, '06-01'),
    contacts: made.contacts,
    attitudeFinal: made.attitude,
    resultFinal: made.result,
    overallFinal: made.overall,
    tracked: made.open,
    openEntries: made.open,
  };
}

const twoYears = fc
  .tuple(
    fc.array(caseOf(YEAR), { minLength: 1, maxLength: 60 }),
    fc.array(caseOf(YEAR - 1), { maxLength: 60 }),
  )
  .map((years) => years.flat());

const printed = (rows: readonly Counted[], report: Report): string =>
  textOf(recounted(rows).report(report, { year: YEAR }), 'zh');
const checked = (text: string, rows: readonly Counted[], { rounding }: Report): CheckedFigure[] =>
  checkedFigures(readClaims(text, YEAR), recounted(rows).records({ year: YEAR }), rounding);
const fine = ({ verdict, usual }: CheckedFigure): boolean => verdict === 'FOLLOWS' && usual;
const told = (figures: readonly CheckedFigure[]): string[] =>
  figures
    .filter((one) => !fine(one))
    .map(({ numeral, verdict, expected }) => `${numeral.printed} ${verdict} ${expected}`);

const REPORTS: readonly (readonly [string, Report])[] = [
  ['as the base has it', BASE_REPORT],
  ['cut off to two digits', { ...BASE_REPORT, rounding: { mode: 'TRUNCATE', digits: 2 } }],
  [
    'with the rest on the largest part',
    { ...BASE_REPORT, rounding: { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits: 1 } },
  ],
];

describe.each(REPORTS)('a report %s', (_name, report) => {
  test('passes its own check, every figure of it', () => {
    fc.assert(
      fc.property(twoYears, (rows) => {
        const text = printed(rows, report);
        const figures = checked(text, rows, report);
        expect([text, told(figures)]).toEqual([text, []]);
        expect(figures.length).toBe([...text.matchAll(/\d+(\.\d+)?/g)].length);
      }),
      { numRuns: 40 },
    );
  });

  test('with one digit changed is found out', () => {
    fc.assert(
      fc.property(twoYears, fc.nat(10_000), fc.integer({ min: 1, max: 9 }), (rows, where, by) => {
        const text = printed(rows, report);
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
        const at = digits[where % digits.length] as number;
        const changed = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
        expect([changed, told(checked(changed, rows, report))]).not.toEqual([changed, []]);
      }),
      { numRuns: 80 },
    );
  });
});
