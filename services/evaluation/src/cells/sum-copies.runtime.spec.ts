import { expect, test } from '@jest/globals';
import type { Tally } from '../figures/tally.js';
import { SumCopies } from './sum-copies.runtime.js';

const tallies = (count: number) => Array.from({ length: count }, (_none, at) => ({ items: at }) as Tally);

test('a copy is of one place, one question and one version', () => {
  const copies = new SumCopies();
  copies.keep(41, 'a', 'v1', tallies(2));
  expect(copies.of(41, 'a', 'v1')).toEqual([{ items: 0 }, { items: 1 }]);
  expect([copies.of(42, 'a', 'v1'), copies.of(41, 'b', 'v1'), copies.of(41, 'a', 'v2')]).toEqual([
    null,
    null,
    null,
  ]);
  copies.keep(41, 'a', 'v2', []);
  expect([copies.of(41, 'a', 'v1'), copies.of(41, 'a', 'v2')]).toEqual([null, []]);
});

test('what is held is bounded; what was used last stays', () => {
  const copies = new SumCopies(10);
  for (const place of [1, 2]) copies.keep(place, 'a', 'v', tallies(3));
  copies.of(1, 'a', 'v');
  copies.keep(3, 'a', 'v', tallies(3));
  expect([1, 2, 3].map((place) => copies.of(place, 'a', 'v') !== null)).toEqual([true, false, true]);
  copies.keep(4, 'a', 'v', tallies(50));
  expect(copies.of(4, 'a', 'v')).toBeNull();
});
