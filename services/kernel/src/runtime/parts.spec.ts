import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { isWorkday } from '../calendar.js';
import { parseConfig } from './config.js';
import { DatabaseUnavailable, isConnectionLost, isTimeout, sqlStateOf } from './errors.js';
import { createLog } from './log.js';
import { newId, seededId } from './new-id.js';
import { loginRolesOf, urlOfRole } from './provision.js';
import { matchesVerifier, scramVerifier } from './scram.js';
import { lastPublishedYear, workingCalendar } from './working-calendar.js';

describe('the national calendar', () => {
  test('knows public holidays and make-up days', () => {
    const national = workingCalendar();
    expect(isWorkday('2024-10-01', national)).toBe(false);
    expect(isWorkday('2024-10-12', national)).toBe(true);
    expect(isWorkday('2024-02-04', national)).toBe(true);
    expect(isWorkday('2024-10-13', national)).toBe(false);
    expect(lastPublishedYear()).toBeGreaterThanOrEqual(2026);
  });

  test("takes a locality's own days", () => {
    const own = workingCalendar({ holidays: ['2024-10-12', '2024-11-04'], makeUpDays: ['2024-10-01'] });
    expect(['2024-10-12', '2024-11-04', '2024-10-01'].map((day) => isWorkday(day, own))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isWorkday('2024-10-01', workingCalendar())).toBe(false);
  });

  test('refuses a day that does not exist or is both', () => {
    expect(() => workingCalendar({ holidays: ['2024-02-30'] })).toThrow(/2024-02-30/);
    expect(() => workingCalendar({ holidays: ['2024-03-01'], makeUpDays: ['2024-03-01'] })).toThrow(/both/);
  });
});

test('a configuration names every problem at once', () => {
  const schema = z.object({
    PORT: z.coerce.number().int(),
    DATABASE_URL: z.string(),
    LEVEL: z.enum(['a', 'b']),
  });
  const result = parseConfig(schema, { PORT: 'x', LEVEL: 'c' });
  if ('value' in result) throw new Error('it passed');
  expect(result.problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'LEVEL']);
  expect(parseConfig(schema, { PORT: '1', DATABASE_URL: 'u', LEVEL: 'a' })).toEqual({
    value: { PORT: 1, DATABASE_URL: 'u', LEVEL: 'a' },
  });
});

test('the log keeps an error and drops the value PostgreSQL quoted in it', () => {
  const lines: string[] = [];
  const log = createLog('test', 'info', { write: (line: string) => void lines.push(line) });
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "13800138000"'), {
    code: '22P02',
  });
  log.error({ err: new Error('failed', { cause }) }, 'unexpected');
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    level: 'error',
    service: 'test',
    msg: 'unexpected',
    err: { type: 'Error', code: '22P02' },
  });
  expect(lines[0]).not.toContain('13800138000');
});

test('ids: new ones sort by time, seeded ones follow from their name', async () => {
  const first = newId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(newId() > first).toBe(true);
  expect(first[14]).toBe('7');
  expect(seededId('1/unit/a')).toBe(seededId('1/unit/a'));
  expect(seededId('1/unit/a')).not.toBe(seededId('2/unit/a'));
  expect(seededId('1/unit/a')[14]).toBe('5');
});

test('errors are told apart by code, wrapped or not', () => {
  expect(sqlStateOf({ driverError: { code: '40001' } })).toBe('40001');
  expect(isConnectionLost(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(true);
  expect(isConnectionLost(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isConnectionLost(new Error('something else'))).toBe(false);
  expect(isTimeout({ code: '57014' })).toBe(true);
  expect(new DatabaseUnavailable('x').name).toBe('DatabaseUnavailable');
});

test('a password is stored as a verifier that only it matches', () => {
  const stored = scramVerifier('duban-1');
  expect(matchesVerifier('duban-1', stored)).toBe(true);
  expect(matchesVerifier('duban-2', stored)).toBe(false);
  expect(matchesVerifier('duban-1', 'md5abc')).toBe(false);
});

test('URLs and roles of a service', () => {
  expect(loginRolesOf({ name: 'a', consumes: ['b'] })).toEqual([
    'duban_a_migrator',
    'duban_a_app',
    'duban_a_relay',
  ]);
  expect(urlOfRole('postgres://x:y@h:1/d', 'duban_a_app', 'p@s/s')).toBe(
    'postgres://duban_a_app:p%40s%2Fs@h:1/d',
  );
});
