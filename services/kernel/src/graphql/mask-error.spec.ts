import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { DatabaseUnavailable, StatementTimedOut } from '../runtime/errors.js';
import { badInput, FAILURES, failure } from './failure.js';
import { failureBody, maskError } from './mask-error.js';

function shown(origin: Error, extensions: object = { code: 'INTERNAL_SERVER_ERROR' }) {
  const reported: unknown[] = [];
  const wrapped = new GraphQLError(origin.message, { originalError: origin, path: ['a'] });
  const { message } = origin;
  const masked = maskError({ message, path: ['a'], extensions: { ...extensions } }, wrapped, (id, error) =>
    reported.push(id, error),
  );
  return { masked, reported };
}

describe('what a client sees of an error', () => {
  test('a surprise: an id, which the log has too, and not a word of it', () => {
    const origin = new Error('duplicate key value violates unique constraint "grant_pkey"');
    const { masked, reported } = shown(origin);
    const errorId = masked.extensions?.errorId;
    expect(reported).toEqual([errorId, origin]);
    expect(masked.path).toEqual(['a']);
    expect(masked.extensions?.code).toBe('INTERNAL_ERROR');
    expect(JSON.stringify(masked)).not.toMatch(/duplicate|grant_pkey/);
  });

  test.each([
    [new DatabaseUnavailable('connect ECONNREFUSED 10.0.0.1'), 'SERVICE_UNAVAILABLE'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'SERVICE_UNAVAILABLE'],
    [new StatementTimedOut('SELECT 1'), 'TIMED_OUT'],
    [Object.assign(new Error('canceling statement'), { code: '57014' }), 'TIMED_OUT'],
    [
      Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' }),
      'BAD_USER_INPUT',
    ],
  ])('%s is %s, in both languages, without the driver’s words', (origin, code) => {
    const { masked, reported } = shown(origin);
    expect(masked.extensions).toEqual({ code, messageEn: expect.stringMatching(/^[A-Z]/) });
    expect(JSON.stringify(masked)).not.toContain(origin.message);
    expect(reported).toEqual([]);
  });

  test('a documented failure goes through, without anything that was hung on it', () => {
    const { message, extensions } = failure('MALFORMED_ID', { field: 'unitId' });
    const masked = maskError(
      { message, extensions: { ...extensions, serviceName: 'units', stacktrace: ['x'] } },
      failure('MALFORMED_ID'),
      () => undefined,
    );
    expect(masked).toEqual({
      message: '“unitId”不是有效的编号。请使用接口返回的编号。',
      extensions: {
        code: 'MALFORMED_ID',
        messageEn: '"unitId" is not an id. Use an id as the API returned it.',
      },
    });
  });

  test('a scalar’s own words stand alone, with the place in the variables', () => {
    const own = badInput('日期须写作 YYYY-MM-DD。', 'a date is written YYYY-MM-DD.');
    const message = `Variable "$input" got invalid value "x" at "input.on"; ${own.message}`;
    const wrapped = new GraphQLError(message, { originalError: own });
    const masked = maskError({ message, extensions: own.extensions }, wrapped, () => undefined);
    expect(masked).toEqual({
      message: '输入有误:“input.on” 日期须写作 YYYY-MM-DD。',
      extensions: {
        code: 'BAD_USER_INPUT',
        messageEn: 'Wrong input: "input.on", a date is written YYYY-MM-DD.',
      },
    });
  });

  test('every failure has a status and a text in Chinese and in English', () => {
    for (const [code, { status, zh, en }] of Object.entries(FAILURES)) {
      expect([code, status >= 400 && status < 600, /[\u4e00-\u9fff]/.test(zh), /[a-z]{3}/.test(en)]).toEqual([
        code,
        true,
        true,
        true,
      ]);
    }
    expect(JSON.parse(failureBody('BODY_TOO_LARGE', { limit: 9 })).errors[0].message).toBe(
      '请求超过 9 字节。',
    );
  });
});
