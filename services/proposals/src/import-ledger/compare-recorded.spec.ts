import { describe, expect, test } from '@jest/globals';
import type { RecordedCaseEvent } from '../case/events.js';
import { cells, importRows } from '../testing/ledger.kit.js';
import { compareWithRecorded } from './compare-recorded.js';

const events = (...rows: Record<string, string>[]) => importRows(...rows).cases[0]?.replay.events ?? [];
const asRecorded = (list: ReturnType<typeof events>) => list as unknown as RecordedCaseEvent[];

describe('a ledger that comes again', () => {
  const first = events(cells());
  test('the same file adds nothing', () => {
    expect(compareWithRecorded(events(cells()), asRecorded(first))).toEqual([]);
  });
  test('a ledger that has grown adds its end', () => {
    const grown = compareWithRecorded(first, asRecorded(first.slice(0, -1)));
    expect(grown?.map(({ type }) => type)).toEqual(['proposal.closed']);
  });
  test('a case that has gone on since is left alone', () => {
    expect(compareWithRecorded(first.slice(0, -1), asRecorded(first))).toEqual([]);
  });
  test('another story is not a continuation', () => {
    expect(compareWithRecorded(events(cells({ 结果类别: 'B' })), asRecorded(first))).toBeNull();
  });
});
