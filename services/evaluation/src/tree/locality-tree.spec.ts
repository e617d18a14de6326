import { expect, test } from '@jest/globals';
import { mayCount, type Place, subtreeOf } from './locality-tree.js';

const place = (
  tenant: number,
  parent: number | null,
  validFrom = '1949-10-01',
  validTo = 'infinity',
): Place => ({
  tenant,
  parent,
  level: 'COUNTY',
  ended: false,
  ratingsFrom: null,
  validFrom,
  validTo,
});

/** County 111 moves from city 11 to city 12 on 2024-07-01. */
const PLACES = [
  place(1, null),
  place(11, 1),
  place(12, 1),
  place(111, 11, '1949-10-01', '2024-07-01'),
  place(111, 12, '2024-07-01'),
  place(112, 11),
];

test('a subtree is read as the tree was on the day', () => {
  expect(subtreeOf(11, PLACES, '2024-06-30')).toEqual([11, 111, 112]);
  expect(subtreeOf(11, PLACES, '2024-07-01')).toEqual([11, 112]);
  expect(subtreeOf(12, PLACES, '2024-07-01')).toEqual([12, 111]);
  expect([...subtreeOf(1, PLACES, '2024-07-01')].sort()).toEqual([1, 11, 111, 112, 12]);
});

test('who is above may count, nobody else', () => {
  expect(mayCount(1, 111, PLACES, '2024-06-30')).toBe(true);
  expect(mayCount(11, 11, [], '2024-06-30')).toBe(true);
  expect(mayCount(11, 12, PLACES, '2024-06-30')).toBe(false);
  expect(mayCount(11, 1, PLACES, '2024-06-30')).toBe(false);
  expect(mayCount(11, 111, PLACES, '2024-07-01')).toBe(false);
});
