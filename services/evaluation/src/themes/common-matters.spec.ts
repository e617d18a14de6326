import { expect, test } from '@jest/globals';
import { commonMatters, type Raised } from './common-matters.js';

const raised = (locality: number, category: string | null, items: number): Raised => ({
  locality,
  category,
  items,
});

test('what many raise comes first, then what is raised most; what few raise is left out, and what has no category', () => {
  const all = [
    ...[1, 2, 3].map((locality) => raised(locality, 'ECOLOGY', 1)),
    ...[1, 2].map((locality) => raised(locality, 'FINANCE', 9)),
    ...[2, 3].map((locality) => raised(locality, 'ECONOMY', 20)),
    ...[1, 2, 3].map((locality) => raised(locality, null, 5)),
    raised(1, 'OTHER', 100),
    raised(2, 'OTHER', 0),
  ];
  expect(commonMatters(all, 2).map(({ category, items }) => [category, items])).toEqual([
    ['ECOLOGY', 3],
    ['ECONOMY', 40],
    ['FINANCE', 18],
  ]);
  expect(commonMatters(all, 3).map(({ category }) => category)).toEqual(['ECOLOGY']);
});

test('rows of one locality are one locality, the one with the most items first', () => {
  const [matter] = commonMatters(
    [raised(7, 'ECOLOGY', 1), raised(5, 'ECOLOGY', 2), raised(7, 'ECOLOGY', 2)],
    2,
  );
  expect(matter?.raisedBy).toEqual([
    { locality: 7, items: 3 },
    { locality: 5, items: 2 },
  ]);
});
