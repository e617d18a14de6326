import { describe, expect, test } from '@jest/globals';
import { isFault, readFilter } from './figure-filter.js';

const NOW = new Date('2024-06-01T00:00:00.000Z');

describe('the filter of figures', () => {
  test.each([
    ['a range that ends before it starts', { from: '2024-02-02', to: '2024-02-01' }, '早于'],
    ['an instant in the future', { asOf: '2024-06-01T00:00:00.001Z' }, '晚于现在'],
    ['a year that cannot be', { year: 20_244 }, '年度'],
    ['a day that does not exist', { from: '2024-02-30' }, '没有这一天'],
  ])('%s is told in words', (_name, filter, words) => {
    const read = readFilter(filter, NOW);
    expect(isFault(read) && read.zh).toContain(words);
    expect(isFault(read) && read.en.length).toBeGreaterThan(10);
  });

  test('a day alone is a range, and the instant decides the day', () => {
    expect(readFilter({ from: '2024-02-01', to: '2024-02-01' }, NOW)).toMatchObject({
      day: '2024-06-01',
      subtree: true,
    });
    expect(readFilter({ asOf: '2023-12-31T16:00:00.000Z' }, NOW)).toMatchObject({ day: '2024-01-01' });
  });

  test('equal questions have equal keys, however they are written', () => {
    const keys = [
      { asOf: '2024-01-01T08:00:00+08:00' },
      { asOf: '2024-01-01T00:00:00.000Z', year: null },
    ].map((filter) => {
      const read = readFilter(filter, NOW);
      return isFault(read) ? null : read.key;
    });
    expect(keys[0]).toBe(keys[1]);
  });
});
