import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './event.js';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
};

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and says the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is the same after JSON has been through it once', () => {
    const value = { b: undefined, a: [undefined, 1, { d: null, c: '\u2028' }], at: new Date(0) };
    expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
    expect(canonicalJson(value)).toBe(
      '{"a":[null,1,{"c":"\u2028","d":null}],"at":"1970-01-01T00:00:00.000Z"}',
    );
  });

  test('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(1n)).toThrow();
  });
});
