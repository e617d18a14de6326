import { describe, expect, test } from '@jest/globals';
import { SharedParts } from './shared-parts.js';

/** As it comes from the database: a copy of everything. */
const read = <Document>(document: Document): Document => structuredClone(document);

const process = {
  deadlines: { reply: { amount: 3, unit: 'MONTH' }, acknowledge: { amount: 5, unit: 'WORKDAY' } },
  kinds: ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'],
  fields: { who: { type: 'TEXT' }, by: { type: 'TEXT' } },
};

describe('parts that are said alike', () => {
  test('are held once, and what differs is the document of its own', () => {
    const parts = new SharedParts();
    const one = parts.share(read({ version: '1', ...process }));
    const acknowledge = { amount: 8, unit: 'WORKDAY' };
    const deadlines = { ...process.deadlines, acknowledge };
    const other = parts.share(read({ version: '2', ...process, deadlines }));
    expect(one).toEqual({ version: '1', ...process });
    expect(other).toEqual({ version: '2', ...process, deadlines });
    expect(other.kinds).toBe(one.kinds);
    expect(other.fields).toBe(one.fields);
    expect(other.deadlines.reply).toBe(one.deadlines.reply);
    expect(other.deadlines.acknowledge).not.toBe(one.deadlines.acknowledge);
  });

  test('keep the order in which they were written', () => {
    const parts = new SharedParts();
    const { who, by } = process.fields;
    parts.share(read({ fields: { who, by } }));
    expect(Object.keys(parts.share(read({ fields: { by, who } })).fields)).toEqual(['by', 'who']);
  });

  test('cannot be changed by one of those they belong to', () => {
    const { deadlines } = new SharedParts().share(read(process));
    expect(() => Object.assign(deadlines.reply, { amount: 1 })).toThrow(TypeError);
  });

  test('are parts of what is too long to be held whole', () => {
    const parts = new SharedParts();
    const long = (text: string) => parts.share(read({ text: text.repeat(20_000), ...process }));
    expect(long('甲').deadlines).toBe(long('乙').deadlines);
  });
});

test('when too much is held, what was asked for longest ago is let go, and read as before', () => {
  const parts = new SharedParts(60);
  const asked = (name: string) => parts.share(read({ name }));
  const [first, second] = [asked('一'), asked('二')];
  for (const name of ['三', '四', '五', '六', '七']) {
    expect(asked(name)).toEqual({ name });
    expect(asked('一')).toBe(first);
  }
  const again = asked('二');
  expect(again).not.toBe(second);
  expect(again).toEqual({ name: '二' });
});
