import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, codeOf, post } from './ask.js';
import { type Platform, startPlatform } from './platform.js';

let platform: Platform;
let token: string;
beforeAll(async () => {
  platform = await startPlatform({ identitySeconds: 0 });
  token = await platform.token('430400.deputy');
});
afterAll(() => platform?.stop(), 15_000);

const query = (text: string) => post(platform.baseUrl, token, { query: text });

describe('a service that is down', () => {
  test('makes its part an error, never a zero, and leaves the others', async () => {
    await platform.tell({ do: 'stop', service: 'evaluation' });
    const { status, json } = await query(
      '{ viewer { login } total { cases } locality(code: "430400") { name } counted: locality(code: "430400") { figures { cases } } }',
    );
    expect(status).toBe(200);
    expect(json.data).toEqual({
      viewer: { login: '430400.deputy' },
      total: null,
      locality: { name: '地区 430400' },
      counted: null,
    });
    expect(json.errors.map((error: { path: unknown[] }) => error.path[0]).sort()).toEqual([
      'counted',
      'total',
    ]);
    for (const { extensions, message } of json.errors) {
      expect(extensions).toEqual({
        code: 'SERVICE_UNAVAILABLE',
        messageEn: expect.stringContaining('unavailable'),
      });
      expect(message).toContain('暂时不可用');
    }
    expect((await ask(`${platform.baseUrl}/readyz`)).json).toMatchObject({
      ready: false,
      services: { evaluation: false, units: true },
    });
    expect((await ask(`${platform.baseUrl}/healthz`)).status).toBe(200);
    await platform.tell({ do: 'start', service: 'evaluation' });
    expect((await query('{ total { cases } }')).json).toEqual({ data: { total: { cases: 376 } } });
  });

  test('when it is people: nobody is believed any longer than allowed', async () => {
    await query('{ viewer { login } }');
    await platform.tell({ do: 'stop', service: 'people' });
    expect((await query('{ locality(code: "430400") { name } }')).json.data).toEqual({
      locality: { name: '地区 430400' },
    });
    const stranger = await post(platform.baseUrl, await platform.token('430400.new'), {
      query: '{ __typename }',
    });
    expect([stranger.status, codeOf(stranger), stranger.headers.get('retry-after')]).toEqual([
      503,
      'SERVICE_UNAVAILABLE',
      '1',
    ]);
    expect((await ask(`${platform.baseUrl}/oidc/auth`)).status).toBe(503);
    await platform.tell({ do: 'start', service: 'people' });
    expect((await query('{ viewer { login } }')).status).toBe(200);
  });
});

describe('a surprise in a service', () => {
  test('shows an id and nothing of what happened', async () => {
    const { status, text, json } = await query('{ surprise viewer { login } }');
    expect(status).toBe(200);
    expect(json.errors[0].extensions).toEqual({
      code: 'INTERNAL_ERROR',
      errorId: expect.any(String),
      messageEn: expect.any(String),
    });
    expect(text).not.toMatch(/duplicate|constraint|secret_table|units/);
  });

  test('does not reach the other operations', async () => {
    expect((await query('{ viewer { login } }')).json).toEqual({
      data: { viewer: { login: '430400.deputy' } },
    });
  });
});

describe('time', () => {
  test('an operation ends after ten seconds, and says so', async () => {
    const answer = await query('{ late(ms: 15000) }');
    expect(codeOf(answer)).toBe('TIMED_OUT');
    expect(answer.ms).toBeGreaterThan(9_500);
    expect(answer.ms).toBeLessThan(11_500);
  });

  test('the gateway finishes what it has begun when it is told to stop', async () => {
    const slow = query('{ late(ms: 700) }');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const ended = once(platform.gateway, 'exit');
    platform.gateway.kill('SIGTERM');
    expect((await slow).json).toEqual({ data: { late: 'late' } });
    expect(await ended).toEqual([0, null]);
  });
});
