import { describe, expect, test } from '@jest/globals';
import { coverageOf } from './coverage.js';
import { DEFAULT_ROUNDING, figureOf } from './figure.js';
import { outcomeShares } from './outcome-share.js';
import { type Asked, askedKey, type Tally } from './tally.js';

const SOLVED: Asked = { name: 'SOLVED_RATE', axis: 'RESULT', round: 'FINAL' };
const REPLIED: Asked = { name: 'REPLY_RATE', axis: 'RESULT', round: 'FINAL' };

/** `count` classified items of one class in one locality. */
const tally = (
  tenant: number,
  localClass: string,
  outcomes: string,
  count: number,
  more: Partial<Tally> = {},
): Tally => ({
  tenant,
  unitId: null,
  outcomes,
  localClass,
  keys: [],
  items: count,
  classified: count,
  ratedOn: { ATTITUDE: 0, RESULT: 0, OVERALL: 0 },
  sums: new Map([
    [askedKey(SOLVED), { numerator: outcomes === 'SOLVED' ? count : 0, denominator: count }],
    [askedKey(REPLIED), { numerator: count, denominator: count }],
  ]),
  ...more,
});

const NATIONAL = [
  tally(1, 'A', 'SOLVED', 10),
  tally(1, 'B', 'IN_PROGRESS|PLANNED', 5),
  tally(1, 'C', 'DEFERRED', 3),
  tally(1, 'D', 'REFERENCE', 2),
];
/** Here C means planned: never to be added to another place's C. */
const STARTED_OR_PLANNED = [
  tally(2, 'A', 'SOLVED', 4),
  tally(2, 'B', 'IN_PROGRESS', 3),
  tally(2, 'C', 'PLANNED', 2),
  tally(2, 'D', 'DEFERRED|REFERENCE', 1),
];
/** One class for "not now" and "perhaps later": it joins what others keep apart. */
const VAGUE = [tally(3, 'A', 'SOLVED', 1), tally(3, 'C', 'PLANNED|DEFERRED', 9)];

describe('adding up places with different classes', () => {
  test('by meaning, over what all of them can tell apart, never by letter', () => {
    const shares = outcomeShares([...NATIONAL, ...STARTED_OR_PLANNED], DEFAULT_ROUNDING);
    expect(
      shares.map(({ outcomes, localClass, figure }) => [outcomes.join('|'), localClass, figure.numerator]),
    ).toEqual([
      ['SOLVED', null, 14],
      ['IN_PROGRESS|PLANNED', null, 10],
      ['DEFERRED|REFERENCE', null, 6],
    ]);
  });

  test('one place alone is shown in its own classes', () => {
    const shares = outcomeShares(STARTED_OR_PLANNED, DEFAULT_ROUNDING);
    expect(shares.map(({ localClass, label }) => [localClass, label])).toEqual([
      ['A', '已解决'],
      ['B', '正在解决'],
      ['C', '列入计划'],
      ['D', '暂不能解决、留作参考'],
    ]);
    expect(outcomeShares(VAGUE, DEFAULT_ROUNDING).map(({ localClass }) => localClass)).toEqual(['A', 'C']);
  });

  test('a part is seen closer over those alone who tell its outcomes apart, with their number', () => {
    const shares = outcomeShares([...NATIONAL, ...STARTED_OR_PLANNED], DEFAULT_ROUNDING);
    expect(
      shares.map(({ finer }) =>
        finer.map(({ outcome, localities, figure }) => [
          outcome,
          localities,
          figure.numerator,
          figure.denominator,
        ]),
      ),
    ).toEqual([
      [],
      [
        ['IN_PROGRESS', 1, 3, 10],
        ['PLANNED', 1, 2, 10],
      ],
      [
        ['DEFERRED', 1, 3, 20],
        ['REFERENCE', 1, 2, 20],
      ],
    ]);
    // Who joins them once more tells nothing closer, whatever its other classes say.
    const both = [...STARTED_OR_PLANNED, tally(2, 'E', 'IN_PROGRESS|PLANNED', 1)];
    expect(outcomeShares(both, DEFAULT_ROUNDING).flatMap(({ finer }) => finer)).toEqual([]);
  });

  test('a place whose class says too little is left out where classes count, named, and counted everywhere else', () => {
    const tallies = [...NATIONAL, ...VAGUE];
    const { expected, reporting, missing, notComparable } = coverageOf([1, 3, 4], tallies);
    expect([expected.length, reporting, missing, notComparable.map(({ tenant }) => tenant)]).toEqual([
      3,
      [1, 3],
      [4],
      [3],
    ]);
    expect(notComparable[0]?.reason).toMatch(/类别“C”.*Class C/);
    expect(figureOf(SOLVED, tallies, DEFAULT_ROUNDING)).toMatchObject({ numerator: 10, denominator: 20 });
    expect(figureOf(REPLIED, tallies, DEFAULT_ROUNDING)).toMatchObject({ numerator: 30, denominator: 30 });
    expect(outcomeShares(tallies, DEFAULT_ROUNDING).map(({ figure }) => figure.denominator)).toEqual([
      20, 20, 20, 20,
    ]);
    expect(figureOf(SOLVED, VAGUE, DEFAULT_ROUNDING)).toMatchObject({ numerator: 1, denominator: 10 });
  });

  test('a place that rates the whole only is named: the whole is not the result', () => {
    const both = tally(1, 'A', 'SOLVED', 5, { ratedOn: { ATTITUDE: 5, RESULT: 5, OVERALL: 0 } });
    const whole = tally(2, 'A', 'SOLVED', 5, { ratedOn: { ATTITUDE: 0, RESULT: 0, OVERALL: 5 } });
    const { notComparable } = coverageOf([1, 2], [both, whole]);
    expect(notComparable.map(({ tenant, reason }) => [tenant, /OVERALL|RESULT/.exec(reason)?.[0]])).toEqual([
      [1, 'OVERALL'],
      [2, 'RESULT'],
    ]);
  });

  test('the residual goes to the largest part, so that the parts make 100', () => {
    const thirds = [
      tally(1, 'A', 'SOLVED', 54),
      tally(1, 'B', 'PLANNED', 33),
      tally(1, 'C', 'DEFERRED', 2),
      tally(1, 'D', 'REFERENCE', 4),
    ];
    const shown = outcomeShares(thirds, { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits: 2 }).map(
      ({ figure }) => figure.display,
    );
    expect(shown).toEqual(['58.07%', '35.48%', '2.15%', '4.30%']);
  });
});
