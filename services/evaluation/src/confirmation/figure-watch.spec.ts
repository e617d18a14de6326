import { expect, test } from '@jest/globals';
import type { ConfirmedNumber } from './confirmation.js';
import { compareFigures, type WatchedYear } from './figure-watch.js';

const number = (metric: ConfirmedNumber['metric'], numerator: number): ConfirmedNumber => ({
  metric,
  numerator,
  denominator: 10,
});
const year = { year: 2025, kind: 'NPC_SUGGESTION' };
const watched = (told: readonly string[]): WatchedYear => ({
  ...year,
  numbers: [number('REPLY_RATE', 9), number('SOLVED_RATE', 5)],
  told,
});
const now = (replied: number, solved: number) => [
  number('REPLY_RATE', replied),
  number('SOLVED_RATE', solved),
];

test.each<[string, readonly string[], ConfirmedNumber[], object | null]>([
  ['as it was confirmed', [], now(9, 5), null],
  ['one begins to differ', [], now(10, 5), { type: 'figures.differed' }],
  ['the same one, by more', ['REPLY_RATE'], now(8, 5), null],
  ['another one too', ['REPLY_RATE'], now(8, 6), { type: 'figures.differed' }],
  ['one of two again as it was', ['SOLVED_RATE', 'REPLY_RATE'], now(9, 6), { type: 'figures.differed' }],
  ['two, told in another order', ['SOLVED_RATE', 'REPLY_RATE'], now(8, 6), null],
  ['all again as they were', ['REPLY_RATE'], now(9, 5), { type: 'figures.agreed', payload: year }],
])('others are told of changes, not of numbers: %s', (_, told, counted, event) => {
  if (event === null) expect(compareFigures(watched(told), counted)).toBeNull();
  else expect(compareFigures(watched(told), counted)).toMatchObject(event);
});

test('what is told says how it was and how it is, by name', () => {
  expect(compareFigures(watched([]), now(10, 5))?.payload).toEqual({
    ...year,
    numbers: [
      {
        ...number('REPLY_RATE', 9),
        label: { zh: '办复率', en: 'reply rate' },
        ...{ numeratorNow: 10, denominatorNow: 10 },
      },
    ],
  });
});
