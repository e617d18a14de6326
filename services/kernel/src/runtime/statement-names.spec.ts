import { expect, test } from '@jest/globals';
import { StatementNames } from './statement-names.js';

test('a statement that comes again gets a name, and keeps it', () => {
  const names = new StatementNames();
  const asked = ['a', 'a', 'a', 'b', 'a', 'b', 'b'];
  expect(asked.map((text) => names.of(text))).toEqual([
    undefined,
    undefined,
    's1',
    undefined,
    's1',
    undefined,
    's2',
  ]);
});

test('what never comes again has no name, and what has one is bounded', () => {
  const names = new StatementNames();
  const often = (text: string) => [1, 2, 3].map(() => names.of(text)).at(-1);
  for (let at = 0; at < 5_000; at++) expect(names.of(`once ${at}`)).toBeUndefined();
  const named = Array.from({ length: 300 }, (_none, at) => often(`often ${at}`));
  expect(new Set(named.slice(0, 250)).size).toBe(250);
  expect(named.slice(250).every((name) => name === undefined)).toBe(true);
  expect(often('often 0')).toBe('s1');
});
