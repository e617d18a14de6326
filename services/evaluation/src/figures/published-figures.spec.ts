import { percent } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import {
  cityOf2023,
  countyOf2024,
  keyItems,
  many,
  NOW,
  ONE_DIGIT,
  rowsAsOf,
} from '../testing/published-years.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';
import { type Figure, figureOf } from './figure.js';
import { type FigureFilter, isFault, readFilter } from './figure-filter.js';
import type { MetricName } from './metrics.js';
import { outcomeShares } from './outcome-share.js';
import { askedKey, recount } from './tally.js';

const county = countyOf2024();

/** Asks figures of cases as the service does: fold, take the versions that held, count. */
function over(cases: readonly SyntheticCase[], filter: FigureFilter = {}) {
  const population = readFilter(filter, NOW);
  if (isFault(population)) throw new Error(population.en);
  const rows = rowsAsOf(cases, population.asOf);
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

describe('figures as they were published', () => {
  test('T1: 155, 208 and 13 of 376 are 41.2, 55.3 and 3.5 %, solved or planned 96.5 %', () => {
    const { metric, outcomes } = over(cityOf2023, { year: 2023 });
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
      over(cityOf2023, { year: 2023, asOf }).metric('HANDED_OVER_COUNT').numerator;
    expect([count('2023-02-21T00:00:00+08:00'), count('2023-12-31T23:59:59+08:00')]).toEqual([359, 376]);
    expect(
      over(cityOf2023, { from: '2023-02-01', to: '2023-02-28' }).metric('HANDED_OVER_COUNT').numerator,
    ).toBe(359);
  });

  test('T4: the first round is below 100 %, the final one is 100 %, and the share of C does not care', () => {
    const { metric } = over(cityOf2023, { year: 2023 });
    expect(metric('SATISFACTION_INCLUSIVE', 'ATTITUDE', 'FINAL').display).toBe('100.0%');
    expect(metric('SATISFACTION_INCLUSIVE', 'RESULT', 'FINAL').display).toBe('100.0%');
    expect(metric('SATISFACTION_INCLUSIVE', 'RESULT', 'FIRST')).toMatchObject({
      numerator: 366,
      denominator: 376,
    });
    expect(Number(metric('SATISFACTION_STRICT', 'RESULT', 'FINAL').value)).toBeLessThan(1);
    expect(metric('REHANDLING_RATE')).toMatchObject({ numerator: 10, denominator: 376 });
    expect(metric('RESCUE_RATE')).toMatchObject({ numerator: 10, denominator: 10, display: '100.0%' });
    const halfWay = over(cityOf2023, { year: 2023, asOf: '2023-07-15T00:00:00Z' });
    expect(halfWay.metric('SATISFACTION_INCLUSIVE').numerator).toBe(366);
    expect(halfWay.outcomes().at(-1)?.figure.display).toBe('3.5%');
  });

  test('T8: 11 key items last year, 21 this year: 90.9, 91 or 90 %, depending on the rounding alone', () => {
    const cases = [...keyItems(2019, 11, 1), ...keyItems(2020, 21, 100)];
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
    const cases = [...keyItems(2020, 21, 100), ...others];
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

  test('T11: 135 in session and 5 between sessions are 140; with 227 proposals, 367', () => {
    const count = (filter: FigureFilter) =>
      over(county, { year: 2024, ...filter }).metric('HANDED_OVER_COUNT').numerator ?? Number.NaN;
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
    const figure = over(cityOf2023, { year: 1999 }).metric('REPLY_RATE');
    expect(figure).toMatchObject({ numerator: 0, denominator: 0, value: null, display: null });
    expect(figure.reason).toMatch(/^分母为零.*The denominator is empty/);
    expect(over(cityOf2023, { year: 1999 }).metric('RECEIVED')).toMatchObject({
      numerator: 0,
      denominator: null,
      value: '0',
    });
  });
});
