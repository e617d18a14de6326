import type { Rounding } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from './figure.js';
import { isFault, readFilter, yearBefore } from './figure-filter.js';
import { NO_CHANGE, yearOnYear } from './year-on-year.js';

const number = (numerator: number): Figure => ({
  numerator,
  denominator: null,
  value: String(numerator),
  display: String(numerator),
  reason: null,
});
const share = (numerator: number, denominator: number): Figure => ({
  numerator,
  denominator,
  value: null,
  display: null,
  reason: null,
});
const half = (digits: number): Rounding => ({ mode: 'HALF_UP', digits });
const cut = (digits: number): Rounding => ({ mode: 'TRUNCATE', digits });

describe('a figure beside the year before', () => {
  test.each([
    ['T8: 21 key items after 11', 21, 11, half(1), 10, '90.9%'],
    ['T8 without decimals', 21, 11, half(0), 10, '91%'],
    ['T8 cut off, as the province printed it', 21, 11, cut(0), 10, '90%'],
    ['T9: 244, 15 fewer', 244, 259, half(1), -15, '-5.8%'],
    ['T9: 244, 165 fewer', 244, 409, half(1), -165, '-40.3%'],
    ['nothing changed', 7, 7, half(1), 0, '0.0%'],
    ['all gone', 0, 7, half(1), -7, '-100.0%'],
  ])('%s', (_name, now, then, rounding, difference, display) => {
    expect(yearOnYear(number(now), number(then), rounding)).toMatchObject({
      difference,
      display,
      unit: 'PERCENT',
      reason: null,
    });
  });

  test('is refused from zero, with both counts shown', () => {
    expect(yearOnYear(number(5), number(0), half(1))).toMatchObject({
      current: { numerator: 5 },
      previous: { numerator: 0 },
      difference: 5,
      value: null,
      display: null,
      reason: NO_CHANGE.FROM_ZERO,
    });
  });

  test('a share moves in percentage points, exactly and not between rounded ones', () => {
    // 96.54 % after 94.36 %: 2.18 points, though the shown shares 96.5 and 94.4 lie 2.1 apart.
    expect(yearOnYear(share(363, 376), share(368, 390), half(1))).toMatchObject({
      unit: 'PERCENTAGE_POINTS',
      difference: null,
      display: '2.2',
    });
    expect(yearOnYear(share(0, 0), share(1, 2), half(1))).toMatchObject({
      display: null,
      reason: NO_CHANGE.NO_SHARE,
    });
  });

  test('without a year before there is no change, and no zero', () => {
    for (const why of ['NO_YEAR', 'NO_DATA'] as const)
      expect(yearOnYear(number(5), why, half(1))).toMatchObject({
        previous: null,
        difference: null,
        value: null,
        reason: NO_CHANGE[why],
      });
  });

  test('the change of any two numbers leads back from one to the other', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (now, then) => {
        const { difference, value } = yearOnYear(number(now), number(then), half(2));
        expect(then + (difference ?? 0)).toBe(now);
        expect(Number(value)).toBeCloseTo((now - then) / then, 9);
      }),
    );
  });
});

describe('the question a year before', () => {
  const before = (filter: Parameters<typeof readFilter>[0]) => {
    const population = readFilter(filter, new Date('2024-06-01T00:00:00.000Z'));
    return isFault(population) ? null : yearBefore(population);
  };

  test('lies a year back in its year, its days and its instant', () => {
    expect(before({ year: 2024, from: '2024-02-29', to: '2024-05-31', keyOnly: true })).toMatchObject({
      year: 2023,
      from: '2023-02-28',
      to: '2023-05-31',
      keyOnly: true,
      asOf: null,
      day: '2024-06-01',
    });
    expect(before({ year: 2024, asOf: '2024-02-29T15:59:59.999Z' })).toMatchObject({
      asOf: '2023-02-28T15:59:59.999Z',
      day: '2023-02-28',
    });
    expect(before({ kind: 'NPC_SUGGESTION' })).toBeNull();
  });

  test('is the very question somebody would ask of that year', () => {
    const asked = readFilter({ year: 2023 }, new Date('2024-06-01T00:00:00.000Z'));
    expect(isFault(asked) || before({ year: 2024 })?.key === asked.key).toBe(true);
  });
});
