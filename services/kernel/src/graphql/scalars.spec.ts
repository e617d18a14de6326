import { describe, expect, test } from '@jest/globals';
import { parseValue } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';

const code = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('scalars', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-02-30', 'BAD_USER_INPUT'],
    ['2026-3-1', 'BAD_USER_INPUT'],
    ['20260301', 'BAD_USER_INPUT'],
    ['2026-03-01T00:00:00Z', 'BAD_USER_INPUT'],
    [20260301, 'BAD_USER_INPUT'],
    [Number.NaN, 'BAD_USER_INPUT'],
    ['', 'BAD_USER_INPUT'],
  ])('a date: %p gives %p', (given, expected) => {
    expect(code(() => DateScalar.parseValue(given))).toBe(expected);
  });

  test.each([
    ['2026-03-01T09:30:00+08:00', '2026-03-01T01:30:00.000Z'],
    ['2026-03-01T01:30Z', '2026-03-01T01:30:00.000Z'],
    ['2026-03-01T01:30:00.123456Z', '2026-03-01T01:30:00.123Z'],
    ['2026-03-01T09:30:00', 'BAD_USER_INPUT'],
    ['2026-02-30T09:30:00Z', 'BAD_USER_INPUT'],
    ['2026-03-01T24:30:00Z', 'BAD_USER_INPUT'],
    ['2026-03-01 09:30:00Z', 'BAD_USER_INPUT'],
    [0, 'BAD_USER_INPUT'],
    ['now', 'BAD_USER_INPUT'],
  ])('an instant: %p gives %p', (given, expected) => {
    expect(code(() => DateTimeScalar.parseValue(given))).toBe(expected);
  });

  test.each([
    ['96.5', '96.5'],
    ['-0.333333333333', '-0.333333333333'],
    [3, '3'],
    ['1e400', 'BAD_USER_INPUT'],
    [Number.POSITIVE_INFINITY, 'BAD_USER_INPUT'],
    ['١٢', 'BAD_USER_INPUT'],
    ['', 'BAD_USER_INPUT'],
  ])('a decimal: %p gives %p', (given, expected) => {
    expect(code(() => DecimalScalar.parseValue(given))).toBe(expected);
  });

  test('literals are read like values; instants of the database are written in UTC', () => {
    expect(DateScalar.parseLiteral(parseValue('"2026-03-01"'))).toBe('2026-03-01');
    expect(code(() => DateScalar.parseLiteral(parseValue('2026')))).toBe('BAD_USER_INPUT');
    expect(DecimalScalar.parseLiteral(parseValue('12.50'))).toBe('12.50');
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
