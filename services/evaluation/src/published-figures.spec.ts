import { percent } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { versionsOf } from './fact-versions.js';
import { type Figure, figureOf } from './figure.js';
import { type FigureFilter, isFault, readFilter } from './figure-filter.js';
import { DEFAULT_ITEM_RULES } from './item-rules.js';
import type { MetricName } from './metrics.js';
import { outcomeShares } from './outcome-share.js';
import { askedKey, type Counted, recount } from './tally.js';
import { caseIdOf, SyntheticCase } from './testing/synthetic-case.js';
import type { Axis, RoundChoice } from './vocabulary.js';

const ONE_DIGIT = { mode: 'HALF_UP', digits: 1 } as const;
const NOW = new Date('2026-01-01T00:00:00.000Z');

/** Asks figures of cases as the service does: fold, take the versions that held, count. */
function over(cases: readonly SyntheticCase[], filter: FigureFilter = {}) {
  const population = readFilter(filter, NOW);
  if (isFault(population)) throw new Error(population.en);
  const at = population.asOf ?? NOW.toISOString();
  const rows: Counted[] = cases.flatMap(({ tenant, read }) =>
    versionsOf(read, DEFAULT_ITEM_RULES)
      .versions.filter(
        ({ validFrom, validTo }) => validFrom <= at && (validTo === 'infinity' || at < validTo),
      )
      .map(({ facts }) => ({ tenant, unitId: null, role: null, facts })),
  );
  const metric = (name: MetricName, axis: Axis = 'RESULT', round: RoundChoice = 'FINAL'): Figure => {
    const asked = { name, axis, round };
    const tallies = recount(rows, population, [asked]);
    expect(askedKey(asked)).toBeTruthy();
    return figureOf(asked, tallies, ONE_DIGIT);
  };
  return {
    metric,
    outcomes: (rounding = ONE_DIGIT) => outcomeShares(recount(rows, population, []), rounding),
  };
}

const many = (
  count: number,
  make: (file: SyntheticCase, index: number) => unknown,
  start = 1,
): SyntheticCase[] =>
  Array.from({ length: count }, (_none, index) => {
    const file = new SyntheticCase(caseIdOf(start + index));
    make(file, index);
    return file;
  });

const CLASSES = [
  ['A', ['SOLVED'], 155],
  ['B', ['IN_PROGRESS', 'PLANNED'], 208],
  ['C', ['DEFERRED', 'REFERENCE'], 13],
] as const;

/** Hengyang 2023 as published: 376 items, 359 of them handed over at the meeting, some first dissatisfied, none at the end. */
const hengyang = many(376, (file, index) => {
  const [local, outcomes] = index < 155 ? CLASSES[0] : index < 363 ? CLASSES[1] : CLASSES[2];
  const late = index % 22 === 0 && index < 374;
  file.submitted(late ? '2023-04-01' : '2022-12-28', { period: late ? 'INTER_SESSION' : 'IN_SESSION' });
  file.docketed(late ? '2023-04-02' : '2022-12-30', {
    year: 2023,
    period: late ? 'INTER_SESSION' : 'IN_SESSION',
  });
  file.handedOver(late ? '2023-05-10' : '2023-02-20', [{ dueAt: '2023-08-20' }]);
  file
    .replied('2023-07-01', file.id(1), local, outcomes)
    .rated('2023-07-10', file.id(1), 'ATTITUDE', 'SATISFIED');
  const first = index % 40 === 5 ? 'DISSATISFIED' : index % 9 === 0 ? 'BASICALLY_SATISFIED' : 'SATISFIED';
  file.rated('2023-07-10', file.id(1), 'RESULT', first);
  if (first === 'DISSATISFIED') {
    file.roundOpened('2023-07-20', 2, [file.id(1)], [{ dueAt: '2023-10-20' }]);
    file.replied('2023-09-01', file.id(21), local, outcomes, { round: 2 });
    file
      .rated('2023-09-10', file.id(21), 'ATTITUDE', 'SATISFIED')
      .rated('2023-09-10', file.id(21), 'RESULT', 'SATISFIED');
  }
  file.add('2023-12-01', 'proposal.closed');
});

describe('figures as they were published', () => {
  test('T1: 155, 208 and 13 of 376 are 41.2, 55.3 and 3.5 %, solved or planned 96.5 %', () => {
    const { metric, outcomes } = over(hengyang, { year: 2023 });
    expect(
      outcomes().map(({ localClass, figure }) => [
        localClass,
        figure.numerator,
        figure.denominator,
        figure.display,
      ]),
    ).toEqual([
      ['A', 155, 376, '41.2%'],
      ['B', 208, 376, '55.3%'],
      ['C', 13, 376, '3.5%'],
    ]);
    expect(metric('SOLVED_OR_PLANNED_RATE')).toMatchObject({
      numerator: 363,
      denominator: 376,
      display: '96.5%',
      value: '0.965425531915',
    });
    expect(metric('COMPLETION_RATE')).toMatchObject({ numerator: 376, denominator: 376, display: '100.0%' });
    expect(metric('ON_TIME_RATE').display).toBe('100.0%');
  });

  test('T3: 359 handed over as of the meeting, 376 by the end of the year', () => {
    const count = (asOf: string) =>
      over(hengyang, { year: 2023, asOf }).metric('HANDED_OVER_COUNT').numerator;
    expect([count('2023-02-21T00:00:00+08:00'), count('2023-12-31T23:59:59+08:00')]).toEqual([359, 376]);
    expect(
      over(hengyang, { from: '2023-02-01', to: '2023-02-28' }).metric('HANDED_OVER_COUNT').numerator,
    ).toBe(359);
  });

  test('T4: the first round is below 100 %, the final one is 100 %, and the share of C does not care', () => {
    const { metric } = over(hengyang, { year: 2023 });
    expect(metric('SATISFACTION_INCLUSIVE', 'ATTITUDE', 'FINAL').display).toBe('100.0%');
    expect(metric('SATISFACTION_INCLUSIVE', 'RESULT', 'FINAL').display).toBe('100.0%');
    expect(metric('SATISFACTION_INCLUSIVE', 'RESULT', 'FIRST')).toMatchObject({
      numerator: 366,
      denominator: 376,
    });
    expect(Number(metric('SATISFACTION_STRICT', 'RESULT', 'FINAL').value)).toBeLessThan(1);
    expect(metric('REHANDLING_RATE')).toMatchObject({ numerator: 10, denominator: 376 });
    expect(metric('RESCUE_RATE')).toMatchObject({ numerator: 10, denominator: 10, display: '100.0%' });
    const halfWay = over(hengyang, { year: 2023, asOf: '2023-07-15T00:00:00Z' });
    expect(halfWay.metric('SATISFACTION_INCLUSIVE').numerator).toBe(366);
    expect(halfWay.outcomes().at(-1)?.figure.display).toBe('3.5%');
  });

  const key = (year: number, count: number, start: number): SyntheticCase[] =>
    many(
      count,
      (file) => {
        file.submitted(`${year}-01-10`).docketed(`${year}-01-15`).handedOver(`${year}-02-01`);
        file.add(`${year}-02-02`, 'proposal.key_designated', { canonicalTier: 'TOP_LEADER' });
        file.replied(`${year}-03-01`, file.id(1), 'A', ['SOLVED']);
      },
      start,
    );

  test('T8: 11 key items last year, 21 this year: 90.9, 91 or 90 %, depending on the rounding alone', () => {
    const cases = [...key(2019, 11, 1), ...key(2020, 21, 100)];
    const [last, now] = [2019, 2020].map((year) => over(cases, { year }).metric('KEY_COUNT').numerator) as [
      number,
      number,
    ];
    expect([last, now]).toEqual([11, 21]);
    const growth = (mode: 'HALF_UP' | 'TRUNCATE', digits: number) =>
      percent(now - last, last, { mode, digits });
    expect([growth('HALF_UP', 1), growth('HALF_UP', 0), growth('TRUNCATE', 0)]).toEqual(['90.9', '91', '90']);
  });

  test('T10: all 21 key items solved says nothing of the others', () => {
    const others = many(
      223,
      (file) =>
        file
          .submitted('2020-01-10')
          .docketed('2020-01-15')
          .handedOver('2020-02-01')
          .replied('2020-03-01', file.id(1), 'B', ['PLANNED']),
      500,
    );
    const cases = [...key(2020, 21, 100), ...others];
    expect(over(cases, { keyOnly: true }).metric('SOLVED_RATE')).toMatchObject({
      numerator: 21,
      denominator: 21,
      display: '100.0%',
    });
    expect(over(cases).metric('SOLVED_RATE')).toMatchObject({
      numerator: 21,
      denominator: 244,
      display: '8.6%',
    });
  });

  const county = [
    ...many(135, (file) => file.submitted('2024-01-10').docketed('2024-01-12').handedOver('2024-02-01')),
    ...many(
      5,
      (file) =>
        file
          .submitted('2024-04-10', { period: 'INTER_SESSION' })
          .docketed('2024-04-12', { period: 'INTER_SESSION' })
          .handedOver('2024-05-01'),
      200,
    ),
    ...many(
      227,
      (file) =>
        file
          .submitted('2024-01-10', { kind: 'CPPCC_PROPOSAL' })
          .docketed('2024-01-12', { kind: 'CPPCC_PROPOSAL' })
          .handedOver('2024-02-01'),
      300,
    ),
  ];

  test('T11: 135 in session and 5 between sessions are 140; with 227 proposals, 367', () => {
    const count = (filter: FigureFilter) =>
      over(county, { year: 2024, ...filter }).metric('HANDED_OVER_COUNT').numerator;
    const suggestions = { kind: 'NPC_SUGGESTION' } as const;
    const inSession = count({ ...suggestions, period: 'IN_SESSION' });
    const between = count({ ...suggestions, period: 'INTER_SESSION' });
    expect([inSession, between, count(suggestions), count({})]).toEqual([135, 5, 140, 367]);
    expect([percent(inSession, 140, ONE_DIGIT), percent(between, 140, ONE_DIGIT)]).toEqual(['96.4', '3.6']);
  });

  test('T12: everybody was met and nothing is closed: 100 % and 0 %', () => {
    for (const file of county)
      file.add('2024-06-01', 'contact.recorded', {
        assignmentId: file.id(1),
        phase: 'DURING',
        faceToFace: true,
      });
    const { metric } = over(county, { year: 2024 });
    expect([metric('CONTACT_RATE').display, metric('FACE_CONSULTATION_RATE').display]).toEqual([
      '100.0%',
      '100.0%',
    ]);
    expect(metric('COMPLETION_RATE')).toMatchObject({ numerator: 0, denominator: 367, display: '0.0%' });
  });

  test('T5: 158 of 169 answered in person by the head', () => {
    const cases = many(169, (file, index) => {
      file.submitted('2024-01-10').docketed('2024-01-12').handedOver('2024-02-01');
      file.replied('2024-03-01', file.id(1), 'A', ['SOLVED'], { faceToFace: true, byHead: index < 158 });
    });
    expect(over(cases).metric('HEAD_FACE_REPLY_RATE')).toMatchObject({
      numerator: 158,
      denominator: 169,
      display: '93.5%',
    });
    expect(over(cases).metric('FACE_REPLY_RATE').display).toBe('100.0%');
  });

  test('an empty denominator is null with a reason, never 0 % and never 100 %', () => {
    const figure = over(hengyang, { year: 1999 }).metric('REPLY_RATE');
    expect(figure).toMatchObject({ numerator: 0, denominator: 0, value: null, display: null });
    expect(figure.reason).toMatch(/^分母为零.*The denominator is empty/);
    expect(over(hengyang, { year: 1999 }).metric('RECEIVED')).toMatchObject({
      numerator: 0,
      denominator: null,
      value: '0',
    });
  });
});
