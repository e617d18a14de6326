import { expect, test } from '@jest/globals';
import { giveBackMemory } from './give-back.js';

const heapMib = (): number => process.memoryUsage().heapTotal / 2 ** 20;

/** As much as a few hundred folders take while they are read. */
const work = (): number =>
  Array.from({ length: 600_000 }, (_, at) => ({ at, text: `${at}`, list: [at] })).length;

test('what a great piece of work has left behind is given back to the system', () => {
  work();
  const before = heapMib();
  giveBackMemory();
  expect(before - heapMib()).toBeGreaterThan(40);
});
