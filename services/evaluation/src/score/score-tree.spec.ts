import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../facts/fact.js';
import { decimal } from '../sheet/decimal.js';
import type { Indicator, Measure, PointMapping } from '../sheet/indicator.js';
import type { Sheet } from '../sheet/sheet.js';
import { evidenceOf, fromTheLeaves, lineOf, rowsOf, scored } from '../testing/scoring.kit.js';
import type { ScoreRow } from './score-input.js';

const NAME = { zh: '名', en: 'name' };
const indicator = (weight: number, measure: Measure, more: Partial<Indicator> = {}): Indicator => ({
  name: NAME,
  weight,
  measure,
  mapping: { kind: 'LINEAR' },
  missing: 'EXCLUDE_AND_RENORMALISE',
  ...more,
});
const sheetOf = (indicators: Sheet['indicators'], more: Partial<Sheet> = {}): Sheet => ({
  name: NAME,
  subject: 'UNIT',
  maximum: 100,
  rounding: { mode: 'HALF_UP', digits: 2 },
  indicators,
  ...more,
});

const SHARES: readonly PointMapping[] = [
  { kind: 'LINEAR' },
  { kind: 'LINEAR', from: 20, to: 90 },
  { kind: 'PER_POINT_DEDUCTION', per: '0.7' },
  { kind: 'ALL_OR_NOTHING', atLeast: 80 },
  {
    kind: 'STEP',
    steps: [
      { atLeast: 90, points: 20 },
      { atLeast: 50, points: 7 },
    ],
  },
];
const MEASURES: readonly Measure[] = [
  { kind: 'SHARE', that: 'item.onTime' },
  { kind: 'SHARE', that: 'item.repliedOn <= item.dueOn' },
  { kind: 'RATIO', numerator: 'item.struckOff', denominator: 'item.tracked' },
  { kind: 'MEAN', value: 'item.contacts', full: 3 },
  { kind: 'METRIC', metric: 'SATISFACTION_INCLUSIVE', axis: 'RESULT', round: 'FINAL' },
  { kind: 'MANUAL', code: 'grade', full: 20 },
  { kind: 'COUNT', that: 'item.overdue' },
];

const anIndicator = fc
  .record({
    measure: fc.constantFrom(...MEASURES),
    share: fc.constantFrom(...SHARES),
    per: fc.constantFrom('0.3', '1', '4'),
    missing: fc.constantFrom(...(['EXCLUDE_AND_RENORMALISE', 'FULL', 'ZERO'] as const)),
    unknown: fc.constantFrom(...(['NOT_MET', 'LEFT_OUT'] as const)),
    weights: fc.constantFrom({}, { CO: '0.5', LEAD: '1.25' }),
    cap: fc.constantFrom(undefined, 15),
    floor: fc.constantFrom(undefined, '1.5'),
  })
  .map(({ measure, share, per, weights, ...more }): Indicator => {
    const mapping: PointMapping = measure.kind === 'COUNT' ? { kind: 'COUNT_DEDUCTION', per } : share;
    const population = { roles: ['LEAD', 'SOLE', 'SEPARATE', 'CO'] as const };
    const given = Object.entries(more).filter(([, value]) => value !== undefined);
    return indicator(20, measure, {
      ...Object.fromEntries(given),
      mapping,
      population,
      roleWeights: weights,
    });
  });

const facts: fc.Arbitrary<Partial<Facts>> = fc.record({
  repliedOn: fc.constantFrom(null, '2026-04-01', '2026-06-01'),
  openDueOn: fc.constantFrom(null, '2026-05-01'),
  lateReplies: fc.constantFrom(0, 1),
  contacts: fc.nat(5),
  tracked: fc.constantFrom(0, 3),
  struckOff: fc.nat(3),
  resultFinal: fc.constantFrom(
    null,
    'SATISFIED' as const,
    'BASICALLY_SATISFIED' as const,
    'DISSATISFIED' as const,
  ),
});
const someRows = fc
  .array(fc.tuple(facts, fc.constantFrom('LEAD', 'SOLE', 'CO'), fc.constantFrom('u1', 'u2', 'u3')), {
    maxLength: 40,
  })
  .map((cases): ScoreRow[] => cases.flatMap(([of, role, subjectId]) => rowsOf(1, of, { role, subjectId })));

const aSheet = fc
  .tuple(fc.array(anIndicator, { minLength: 5, maxLength: 5 }), fc.boolean(), fc.constantFrom(undefined, 90))
  .map(([indicators, toZero, cap]) =>
    sheetOf(Object.fromEntries(indicators.map((one, index) => [`i${index}`, one])), {
      floor: 5,
      ...(cap !== undefined && { cap }),
      adjustments: {
        late: { name: NAME, kind: 'DEDUCTION', order: 2, that: 'item.lateReplies > 0', per: '1.3', cap: 9 },
        zero: { name: NAME, kind: 'DEDUCTION', order: 3, that: 'item.overdue', toZero, per: 2 },
        bonus: { name: NAME, kind: 'BONUS', order: 4, that: 'item.contacts > 4', per: '0.75' },
      },
    }),
  );
const evidence = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom('u1', 'u2')), { maxLength: 6 })
  .map((grades) =>
    grades.map(([value, subjectId]) => evidenceOf('MANUAL', 'grade', String(value), { subjectId })),
  );

describe('a score as a tree', () => {
  test('its leaves alone make up the total, to the last digit', () => {
    fc.assert(
      fc.property(aSheet, someRows, evidence, (sheet, rows, grades) => {
        for (const score of scored(sheet, rows, { subjects: ['u1', 'u2', 'u3'], evidence: grades }))
          if (score.total !== null) expect(fromTheLeaves(score)).toBe(score.total);
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the order of cases, and comes out the same byte by byte', () => {
    fc.assert(
      fc.property(aSheet, someRows, evidence, (sheet, rows, grades) => {
        const subjects = ['u1', 'u2', 'u3'];
        const once = scored(sheet, rows, { subjects, evidence: grades });
        const turned = scored(sheet, [...rows].reverse(), {
          subjects: [...subjects].reverse(),
          evidence: [...grades].reverse(),
        });
        expect(JSON.stringify(turned)).toBe(JSON.stringify(once));
      }),
      { numRuns: 80 },
    );
  });

  test('is the same without its explanation', () => {
    fc.assert(
      fc.property(aSheet, someRows, (sheet, rows) => {
        const plain = scored(sheet, rows, {}, false).map(({ total, rank }) => [total, rank]);
        expect(plain).toEqual(scored(sheet, rows).map(({ total, rank }) => [total, rank]));
      }),
      { numRuns: 50 },
    );
  });

  test('never falls when one more case is answered in time', () => {
    const sheet = fc
      .constantFrom(...SHARES)
      .map((mapping) =>
        sheetOf({ onTime: indicator(100, { kind: 'SHARE', that: 'item.onTime' }, { mapping }) }),
      );
    fc.assert(
      fc.property(sheet, fc.nat(20), fc.integer({ min: 1, max: 20 }), (of, met, not) => {
        const [before] = scored(of, [...rowsOf(met, MET), ...rowsOf(not)]);
        const [after] = scored(of, [...rowsOf(met + 1, MET), ...rowsOf(not - 1)]);
        expect(decimal(after?.total ?? 0).gte(decimal(before?.total ?? 0))).toBe(true);
      }),
    );
  });
});

const MET: Partial<Facts> = { repliedOn: '2026-04-01' };

describe('when there is nothing to measure', () => {
  const rated = indicator(40, { kind: 'METRIC', metric: 'SATISFACTION_STRICT' });
  const onTime = indicator(60, { kind: 'SHARE', that: 'item.onTime' });
  const with_ = (missing: Indicator['missing']) => sheetOf({ onTime, rated: { ...rated, missing } });
  const rows = [...rowsOf(3, MET), ...rowsOf(1)];

  test.each([
    ['EXCLUDE_AND_RENORMALISE', '75', '0', '100'],
    ['FULL', '85', '40', '60'],
    ['ZERO', '45', '0', '60'],
  ] as const)('%s: %s', (missing, total, points, worth) => {
    const [score] = scored(with_(missing), rows);
    expect(score).toMatchObject({ total, notAssessed: null });
    expect(lineOf(score, 'rated')).toMatchObject({ points, missing, value: null });
    expect(lineOf(score, 'onTime')).toMatchObject({ worth });
  });

  test('NOT_ASSESSED: there is no score, and a reason', () => {
    expect(scored(with_('NOT_ASSESSED'), rows)).toMatchObject([
      { total: null, counted: null, rank: null, notAssessed: 'NOTHING_TO_MEASURE' },
    ]);
  });

  test('a subject with fewer cases than the sheet wants is not assessed', () => {
    const sheet = sheetOf({ onTime: { ...onTime, weight: 100 } }, { assessedFrom: 1 });
    expect(scored(sheet, [], { subjects: ['u1'] })).toMatchObject([{ notAssessed: 'TOO_FEW_CASES' }]);
  });
});

describe('which cases cost points', () => {
  test('each case that missed lost its part, and the line says from where on it would have been enough', () => {
    const sheet = sheetOf({
      onTime: indicator(100, { kind: 'SHARE', that: 'item.onTime' }, { mapping: { kind: 'LINEAR', to: 95 } }),
    });
    const rows = [...rowsOf(27, MET), ...rowsOf(3)];
    const line = lineOf(scored(sheet, rows)[0], 'onTime');
    expect(line).toMatchObject({ value: '90', enough: '95', points: '94.74', withheld: '0', cases: 30 });
    expect(line.costs.map(({ caseId, reason }) => [caseId, reason])).toEqual(
      rows.slice(27).map(({ caseId }) => [caseId, 'NOT_MET']),
    );
    expect(line.costs.map(({ lost }) => lost)).toEqual(['1.75333333', '1.75333334', '1.75333333']);
  });

  test('a case whose facts do not tell is shown as such', () => {
    const sheet = sheetOf({ early: indicator(100, { kind: 'SHARE', that: 'item.repliedOn < item.dueOn' }) });
    const line = lineOf(scored(sheet, [...rowsOf(1, MET), ...rowsOf(1)])[0], 'early');
    expect(line).toMatchObject({ points: '50', costs: [{ reason: 'UNKNOWN', lost: '50' }] });
  });
});

describe('bonus and deduction', () => {
  const sheet = (bonusOrder: number): Sheet =>
    sheetOf(
      { onTime: indicator(100, { kind: 'SHARE', that: 'item.onTime' }) },
      {
        adjustments: {
          zero: { name: NAME, kind: 'DEDUCTION', order: 2, flag: 'false-reply', toZero: true },
          bonus: { name: NAME, kind: 'BONUS', order: bonusOrder, flag: 'praised', per: 2, cap: 5 },
        },
      },
    );
  const flags = [
    evidenceOf('FLAG', 'false-reply', '1'),
    ...[1, 2, 3].map(() => evidenceOf('FLAG', 'praised', '1')),
  ];

  test.each([
    [3, '5'],
    [1, '0'],
  ])('are applied in the order given: bonus at %s, then %s', (order, total) => {
    expect(scored(sheet(order), rowsOf(2, MET), { evidence: flags })).toMatchObject([{ total }]);
  });

  test('a bonus ends at its cap and at the cap of the sheet', () => {
    const rows = rowsOf(2, MET);
    const praised = flags.slice(1);
    expect(scored(sheet(3), rows, { evidence: praised })).toMatchObject([{ total: '105' }]);
    expect(scored({ ...sheet(3), cap: 103 }, rows, { evidence: praised })[0]).toMatchObject({
      total: '103',
      adjustments: [{}, { adjustment: 'bonus', count: 3, asked: '5', points: '3' }],
    });
  });
});

describe('ranks', () => {
  const onTime = indicator(100, { kind: 'SHARE', that: 'item.onTime' });
  const place = (subjectId: string, met: number, not: number) => [
    ...rowsOf(met, MET, { subjectId }),
    ...rowsOf(not, {}, { subjectId }),
  ];
  const rows = [...place('a', 9, 1), ...place('b', 18, 2), ...place('c', 4, 1), ...place('d', 1, 0)];
  const ranks = (more: Partial<Sheet>) =>
    scored(sheetOf({ onTime }, more), rows).map(({ subjectId, rank, rankedOf, group }) => [
      subjectId,
      rank,
      rankedOf,
      group,
    ]);

  test('equals share a place, and the next places stay empty', () => {
    expect(ranks({ rankedFrom: 2 })).toEqual([
      ['a', 1, 3, null],
      ['b', 1, 3, null],
      ['c', 3, 3, null],
      ['d', null, 0, null],
    ]);
  });

  test('or no place stays empty, where the sheet says so', () => {
    expect(ranks({ ties: { rule: 'DENSE' } }).map(([, rank]) => rank)).toEqual([2, 2, 3, 1]);
  });

  test('are among those who have as much to do', () => {
    const groups = [
      { code: 'large', name: NAME, atLeast: 10 },
      { code: 'small', name: NAME, atLeast: 0 },
    ];
    expect(ranks({ groups })).toEqual([
      ['a', 1, 2, 'large'],
      ['b', 1, 2, 'large'],
      ['c', 2, 2, 'small'],
      ['d', 1, 2, 'small'],
    ]);
  });
});
