import { describe, expect, test } from '@jest/globals';
import { compareOutcomes } from '../facts/item-rules.js';
import { blockOf, commonPartition, isComparable, setsWithin } from './partition.js';

/** The schemes of the domain study, 12.2. */
const NATIONAL = ['SOLVED', 'IN_PROGRESS|PLANNED', 'DEFERRED', 'REFERENCE'];
const THREE_CLASSES = ['SOLVED', 'IN_PROGRESS|PLANNED', 'DEFERRED|REFERENCE'];
const STARTED_OR_PLANNED = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'DEFERRED|REFERENCE'];
const SHANGHAI = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'REFERENCE'];
const text = (sets: readonly string[]): string[] => commonPartition(sets).map((block) => block.join('|'));

describe('the coarsest common partition', () => {
  test.each([
    [
      'all schemes together',
      [...NATIONAL, ...THREE_CLASSES, ...STARTED_OR_PLANNED, ...SHANGHAI],
      THREE_CLASSES,
    ],
    ['the national scheme alone', NATIONAL, NATIONAL],
    ['national and Shanghai', [...NATIONAL, ...SHANGHAI], NATIONAL],
    ['started/planned and Shanghai', [...STARTED_OR_PLANNED, ...SHANGHAI], STARTED_OR_PLANNED],
    ['what nobody uses is left out', ['PLANNED', 'SOLVED'], ['SOLVED', 'PLANNED']],
    [
      'chains join',
      ['SOLVED|PLANNED', 'PLANNED|REFERENCE', 'DEFERRED'],
      ['SOLVED|PLANNED|REFERENCE', 'DEFERRED'],
    ],
    ['nothing', [], []],
  ])('%s', (_name, sets, expected) => {
    expect(text(sets)).toEqual(expected);
  });

  test('each set lies in exactly one part, whatever the order', () => {
    const sets = setsWithin(['SOLVED', 'IN_PROGRESS', 'PLANNED', 'DEFERRED', 'REFERENCE']);
    expect(sets).toHaveLength(31);
    for (const one of sets) {
      for (const other of sets) {
        const partition = commonPartition([one, other]);
        expect(partition).toEqual(commonPartition([other, one]));
        expect(blockOf(one, partition)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('a class that joins promised with not promised says too little', () => {
    expect(THREE_CLASSES.every(isComparable)).toBe(true);
    expect(isComparable('PLANNED|DEFERRED')).toBe(false);
    expect(isComparable('SOLVED|IN_PROGRESS')).toBe(false);
  });
});

test('classes are ordered by their worst meaning', () => {
  const worstFirst = [
    'DEFERRED',
    'SOLVED',
    'IN_PROGRESS|PLANNED',
    'REFERENCE',
    'PLANNED',
    'DEFERRED|REFERENCE',
    'IN_PROGRESS',
  ];
  expect([...worstFirst].sort(compareOutcomes)).toEqual([
    'SOLVED',
    'IN_PROGRESS',
    'IN_PROGRESS|PLANNED',
    'PLANNED',
    'DEFERRED',
    'DEFERRED|REFERENCE',
    'REFERENCE',
  ]);
});
