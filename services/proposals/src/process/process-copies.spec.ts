import { describe, expect, test } from '@jest/globals';
import { baseProcess } from '../testing/process-files.kit.js';
import { celConditions } from './conditions.cel.js';
import type { ProcessOfKinds } from './effective-process.js';
import { ProcessCopies } from './process-copies.runtime.js';

const BASE = baseProcess();
const categories = { roads: { name: '道路', canonical: 'URBAN_CONSTRUCTION' } };
const copies = (most?: number) => new ProcessCopies(celConditions(), most);

/** A locality's version as it comes from the database. */
const read = (changed: Partial<ProcessOfKinds> = {}) => ({
  definition: structuredClone({ ...BASE, ...changed }),
  categories: structuredClone(categories),
});

describe('a copy of a process', () => {
  test('is one for all kinds of cases that follow it', () => {
    const kept = copies();
    const whole = kept.keep(1, '1~1', read(), null);
    expect(whole.process).toEqual(BASE);
    expect(whole.categories.get('roads')).toBe('URBAN_CONSTRUCTION');
    expect(whole.categoryNames.get('roads')).toBe('道路');
    expect(kept.get(1, '1~1', 'NPC_SUGGESTION')).toBe(whole);
    expect(kept.get(1, '1~1', 'CPPCC_PROPOSAL')).toBe(whole);
  });

  test('has what a kind follows that has rules of its own', () => {
    const kept = copies();
    const calendar = { '2026-03-06': 'OFF' } as const;
    const byKind = { CPPCC_PROPOSAL: { ...BASE, version: 'of its own', calendar } };
    const own = kept.keep(1, '1~1', read({ byKind, version: '7' }), 'CPPCC_PROPOSAL');
    expect(own.process).toEqual({ ...BASE, version: '7', calendar });
    expect(own.calendar.holidays.has('2026-03-06')).toBe(true);
    const other = kept.get(1, '1~1', 'NPC_SUGGESTION');
    expect(other?.process).toEqual({ ...BASE, version: '7' });
    expect(other?.calendar.holidays.has('2026-03-06')).toBe(false);
    expect(kept.get(1, '1~1', null)?.process).toEqual({ ...BASE, version: '7', byKind });
  });

  test('shares with other localities all that they say alike', () => {
    const kept = copies();
    const one = kept.keep(1, '1~1', read(), null);
    const other = kept.keep(2, '1~1', read({ returns: { ...BASE.returns, max: 9 } }), null);
    const { returns: _, ...alike } = BASE;
    for (const section of Object.keys(alike) as (keyof typeof alike)[])
      expect([section, other.process[section] === one.process[section]]).toEqual([section, true]);
    expect([one.process.returns.max, other.process.returns.max]).toEqual([BASE.returns.max, 9]);
  });
});

test('no more are held than so many, those asked for last; any other is read again', () => {
  const kept = copies(3);
  for (const tenant of [1, 2, 3]) kept.keep(tenant, '1~1', read(), null);
  expect(kept.get(1, '1~1', null)).not.toBeNull();
  kept.keep(4, '1~1', read(), null);
  const held = [1, 2, 3, 4].filter((tenant) => kept.get(tenant, '1~1', null) !== null);
  expect(held).toEqual([1, 3, 4]);
});

test('a thousand localities that differ in a limit hold little more than one', () => {
  const kept = copies(1_000);
  const parts = new Set<object>();
  for (let tenant = 1; tenant <= 1_000; tenant++) {
    const { process } = kept.keep(tenant, '1~1', read({ returns: { ...BASE.returns, max: tenant } }), null);
    collect(process, parts);
  }
  const alone = new Set<object>();
  collect(BASE, alone);
  // Of each locality: the process, and the section that says the limit.
  expect(parts.size).toBeLessThan(alone.size + 2 * 1_000);
});

function collect(value: unknown, into: Set<object>): void {
  if (typeof value !== 'object' || value === null) return;
  into.add(value);
  for (const one of Object.values(value)) collect(one, into);
}
