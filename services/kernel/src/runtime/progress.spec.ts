import { afterEach, expect, jest, test } from '@jest/globals';
import { createLog } from './log.js';
import { silently, tellTo } from './progress.js';

afterEach(() => {
  jest.useRealTimers();
});

test('a long list says every five seconds how far it is, a short one nothing', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const told = tellTo(createLog('test', 'info', { write: (line) => lines.push(line) }));
  const seen: number[] = [];
  for (const item of told('看过 seen', [1, 2, 3, 4])) {
    seen.push(item);
    jest.advanceTimersByTime(item === 2 ? 6_000 : 1_000);
  }
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ progress: 2, of: 4, msg: '看过 seen 2/4' }),
  ]);
});

test('who wants to hear nothing gets the list', () => {
  const items = [1, 2];
  expect(silently('看过 seen', items)).toBe(items);
});
