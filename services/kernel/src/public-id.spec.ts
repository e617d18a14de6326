import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeId, encodeId } from './public-id.js';

const kind = fc.constantFrom('proposal', 'unit', 'mandate');
const tenant = fc.integer({ min: 0, max: 0x7fffffff });

describe('a public id', () => {
  test('gives back what it was made of', () => {
    fc.assert(
      fc.property(kind, tenant, fc.uuid(), (kind, tenant, id) => {
        const text = encodeId({ kind, tenant, id });
        expect(text).toMatch(new RegExp(`^${kind}_[A-Za-z0-9_-]{27}$`));
        expect(decodeId(kind, text)).toEqual({ kind, tenant, id });
      }),
    );
  });

  test('is written in one way only: whatever decodes encodes to the same text', () => {
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    const text = fc.array(letters, { minLength: 27, maxLength: 27 }).map((list) => `unit_${list.join('')}`);
    fc.assert(
      fc.property(text, (text) => {
        const decoded = decodeId('unit', text);
        if (decoded) expect(encodeId(decoded)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeId('unit', text)).toBeNull();
        expect(() => decodeId('unit', `unit_${text}`)).not.toThrow();
      }),
    );
  });

  test('of one kind is not an id of another', () => {
    const text = encodeId({ kind: 'unit', tenant: 1, id: '0190b6d0-0000-7000-8000-000000000000' });
    expect(decodeId('section', text)).toBeNull();
    expect(decodeId('unit', text.slice(0, -1))).toBeNull();
    expect(decodeId('unit', `${text}A`)).toBeNull();
  });
});
