import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, ask, codeOf, post } from './ask.js';
import { type Platform, startPlatform } from './platform.js';

const IDENTITY_SECONDS = 1;
const QUERY = {
  query:
    '{ viewer { login } locality(code: "430400") { figures { login } children { figures { login } } } total { login } }',
};

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ identitySeconds: IDENTITY_SECONDS });
});
afterAll(() => platform?.stop(), 15_000);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const as = async (login: string, headers = {}, body: object = QUERY) =>
  post(platform.baseUrl, await platform.token(login), body, headers);
/** Asks again, as a client would, while a part of the service has too much to do. */
async function untilServed(token: string, tries = 10): Promise<Answer> {
  const answer = await post(platform.baseUrl, token, QUERY);
  return codeOf(answer) === 'SERVICE_UNAVAILABLE' && tries > 1 ? untilServed(token, tries - 1) : answer;
}
const seenBy = (login: string) => ({
  viewer: { login },
  locality: { figures: { login }, children: [{ figures: { login } }] },
  total: { login },
});

describe('who asks', () => {
  test('200 users at once, each sees only what was made for them, in every service', async () => {
    const logins = Array.from({ length: 200 }, (_, at) => `430400.user-${at}`);
    const tokens = await Promise.all(logins.map((login) => platform.token(login)));
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all(tokens.map((token) => untilServed(token)));
      expect(answers.map(({ json }) => json)).toEqual(logins.map((login) => ({ data: seenBy(login) })));
    }
  });

  test('headers of the client never become an identity', async () => {
    const identity = Buffer.from(
      JSON.stringify({ accountId: 'x', login: '430500.tenant-admin', tenant: 430500, role: 'TENANT_ADMIN' }),
    ).toString('base64url');
    const headers = {
      'duban-identity': identity,
      'duban-signature': 'k1;x',
      'x-duban-identity': identity,
      'x-user-id': '430500.deputy',
      'x-forwarded-user': '430500.deputy',
    };
    expect((await as('430400.deputy', headers)).json).toEqual({ data: seenBy('430400.deputy') });
  });

  test('one of the account’s own grants can be chosen, no other', async () => {
    const login = '430400.deputy';
    expect((await as(login, { 'duban-grant': 'grant_of_430400_deputy' })).json.data.viewer).toEqual({
      login,
    });
    const foreign = await as(login, { 'duban-grant': 'grant_of_430500_deputy' });
    expect([foreign.status, codeOf(foreign)]).toEqual([403, 'NOT_GRANTED']);
    expect(codeOf(await as(login, { 'duban-grant': '../../x' }))).toBe('UNAUTHENTICATED');
  });

  test('is asked of people once for many requests', async () => {
    const before = await platform.tell({ do: 'seen' });
    await Promise.all(Array.from({ length: 40 }, () => as('430400.busy')));
    expect((await platform.tell({ do: 'seen' })).identityCalls - before.identityCalls).toBe(1);
  });

  test('a disabled account loses access as soon as the gateway asks again', async () => {
    const login = '430400.leaver';
    expect((await as(login)).status).toBe(200);
    await platform.tell({ do: 'disable', login });
    await sleep(IDENTITY_SECONDS * 1_000 + 100);
    const refused = await as(login);
    expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('signing keys change', () => {
  test('without a valid request being lost', async () => {
    const failures: unknown[] = [];
    let asked = 0;
    let running = true;
    const user = async (at: number) => {
      while (running) {
        const answer = await as(`430400.rotating-${at}`, {}, { query: '{ viewer { login } }' });
        asked += 1;
        if (answer.json?.data?.viewer?.login !== `430400.rotating-${at}`) failures.push(answer.text);
      }
    };
    const users = Array.from({ length: 8 }, (_, at) => user(at));
    const askedAgain = async () => {
      for (const goal = asked + 20; asked < goal; ) await sleep(20);
    };
    for (let turn = 0; turn < 3; turn++) {
      await askedAgain();
      await platform.issuer.rotate();
      await platform.publishKeys();
    }
    await askedAgain();
    running = false;
    await Promise.all(users);
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(80);
  });

  test('a key that was taken back ends what it signed once the keys are fetched again', async () => {
    const old = await platform.token('430400.old-key');
    expect((await post(platform.baseUrl, old, QUERY)).status).toBe(200);
    await platform.issuer.rotate();
    platform.issuer.forgetOld();
    await platform.publishKeys();
    expect((await as('430400.new-key')).status).toBe(200);
    expect(codeOf(await post(platform.baseUrl, old, QUERY))).toBe('UNAUTHENTICATED');
  });
});

describe('sign-in pages', () => {
  test('are those of people, told by the gateway how it was reached', async () => {
    const headers = {
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
      'duban-identity': 'x',
      forwarded: 'for=6.6.6.6',
      te: 'trailers',
      cookie: 'session=1',
    };
    const answer = await ask(`${platform.baseUrl}/oidc/auth?client_id=console`, { headers });
    expect(answer.json.url).toBe('/auth?client_id=console');
    expect(answer.json.headers).toMatchObject({
      cookie: 'session=1',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(platform.baseUrl).host,
    });
    for (const name of ['duban-identity', 'forwarded', 'te'])
      expect(answer.json.headers).not.toHaveProperty(name);
  });
});

describe('GraphiQL in development', () => {
  test('comes whole from the gateway, with a place for the bearer token', async () => {
    const { status, text, headers } = await ask(`${platform.baseUrl}/graphiql`);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(text).toContain('<title>督办');
    expect(text).toContain('Authorization');
    expect(text).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });

  test('its introspection is answered to whoever is signed in', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await as(
      '430400.deputy',
      {},
      { query: getIntrospectionQuery(), operationName: 'IntrospectionQuery' },
    );
    expect(answer.json.data.__schema.queryType.name).toBe('Query');
    expect(
      (await post(platform.baseUrl, null, { query: '{ __schema { queryType { name } } }' })).status,
    ).toBe(401);
  });
});
