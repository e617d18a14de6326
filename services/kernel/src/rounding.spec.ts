import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percent, percentages, ratio } from './rounding.js';

const RESIDUAL = { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits: 1 } as const;

describe('a share', () => {
  test.each([
    [155, 376, 'HALF_UP', 1, '41.2'],
    [363, 376, 'HALF_UP', 1, '96.5'],
    [363, 376, 'TRUNCATE', 1, '96.5'],
    [1, 8, 'HALF_UP', 1, '12.5'],
    [1, 16, 'HALF_UP', 1, '6.3'],
    [1, 16, 'TRUNCATE', 1, '6.2'],
    [1, 3, 'HALF_UP', 0, '33'],
    [2, 3, 'HALF_UP', 2, '66.67'],
    [0, 5, 'HALF_UP', 1, '0.0'],
    [-1, 16, 'HALF_UP', 1, '-6.3'],
    [7, 7, 'TRUNCATE', 3, '100.000'],
  ] as const)('%i of %i, %s to %i digits, is %s', (numerator, denominator, mode, digits, text) => {
    expect(percent(numerator, denominator, { mode, digits })).toBe(text);
  });

  test('of nothing is null, never 0 and never 100 %', () => {
    expect(percent(0, 0, RESIDUAL)).toBeNull();
    expect(ratio(0, 0)).toBeNull();
    expect(percentages([0, 0], 0, RESIDUAL)).toEqual([null, null]);
  });

  test('as a ratio is exact to twelve decimals', () => {
    expect([ratio(1, 3), ratio(1, 2), ratio(5, 5), ratio(0, 7)]).toEqual(['0.333333333333', '0.5', '1', '0']);
  });

  test('is within half a unit of the last digit', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), fc.nat(4), (part, whole, digits) => {
        const shown = Number(percent(part, whole, { mode: 'HALF_UP', digits }));
        expect(Math.abs(shown - (part / whole) * 100)).toBeLessThanOrEqual(
          0.5 * 10 ** -digits + 1e-9 * (part / whole + 1),
        );
      }),
    );
  });
});

describe('the parts of one whole', () => {
  test('are shown as the published table shows them', () => {
    expect(percentages([155, 208, 13], 376, RESIDUAL)).toEqual(['41.2', '55.3', '3.5']);
  });

  test('sum to 100 when the residual goes on the largest', () => {
    const parts = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((part) => part > 0));
    fc.assert(
      fc.property(parts, fc.nat(3), (parts, digits) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const shown = percentages(parts, whole, { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits });
        const units = shown.reduce((sum, text) => sum + Math.round(Number(text) * 10 ** digits), 0);
        expect(units).toBe(100 * 10 ** digits);
      }),
    );
  });
});
