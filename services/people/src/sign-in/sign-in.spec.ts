import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { accountIdOf, type ServiceServer, startServiceServer, systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { subgraph } from '../subgraph.js';
import {
  startSignIn as ask,
  Browser,
  locationOf,
  redeem,
  submitSignIn,
  type Tokens,
  verifierOf,
} from '../testing/browser.fixture.js';
import {
  CHEAP,
  loadSample,
  PASSWORD,
  type PeopleFixture,
  peopleFixture,
  quiet,
} from '../testing/people.fixture.js';
import { createPasswords, hashPassword } from './password.hash.js';
import { type SignInService, startSignIn } from './sign-in.service.js';

const PUBLIC = 'http://duban.test';
const ISSUER = `${PUBLIC}/oidc`;
const REDIRECT = 'http://duban.test/graphiql';
const TENANT = 900001;

let fixture: PeopleFixture;
let signIn: SignInService;
let server: ServiceServer;
let real: string;
let keysFile: string;

beforeAll(async () => {
  fixture = await peopleFixture();
  await loadSample(fixture.database, [TENANT]);
  keysFile = join(fixture.folder, 'signing-keys.json');
  signIn = await startSignIn({
    database: fixture.database,
    log: quiet,
    issuer: ISSUER,
    redirectUris: [REDIRECT],
    signingKeysFile: keysFile,
    demonstration: true,
    passwords: createPasswords(CHEAP),
    refuseAfterMs: 300,
    watchEveryMs: 50,
  });
  server = await startServiceServer({
    name: 'people',
    port: 0,
    keys: `k1:${'A'.repeat(43)}`,
    schema: subgraph.schema,
    context: () => {
      throw new Error('nobody asks here');
    },
    health: async () => true,
    log: quiet,
    open: { '/oidc': signIn.handler },
    ownsProcess: false,
  });
  real = `http://127.0.0.1:${server.port}`;
});

afterAll(async () => {
  signIn?.stop();
  await server?.close();
  await fixture?.close();
});

const open = () => new Browser(PUBLIC, real);
const loginOf = (code: string) => `${TENANT}.${code}`;

async function formFor(browser: Browser, verifier: string): Promise<string> {
  const asked = await ask(browser, { verifier, redirectUri: REDIRECT });
  expect(asked.status).toBe(303);
  return locationOf(asked);
}

async function tokensFor(browser: Browser, code: string): Promise<Tokens> {
  const verifier = verifierOf();
  const form = await formFor(browser, verifier);
  const done = await submitSignIn(browser, form, loginOf(code), PASSWORD);
  const grant = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code_verifier: verifier };
  return (await redeem(browser, { ...grant, code: done.code ?? '' })).body;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 200 && !(await condition()); tried++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const keySet = () => createRemoteJWKSet(new URL(`${real}/oidc/jwks`), { cooldownDuration: 0 });

const verify = (token: string) =>
  jwtVerify(token, keySet(), { issuer: ISSUER, audience: 'duban', algorithms: ['ES256'] });

const eventsOf = (code: string) =>
  fixture.database.transaction(systemScope(TENANT), 'read', async (tx) => {
    const events = await tx.load(`account:${accountIdOf(TENANT, code)}`);
    return events.map(({ type, payload }) => ({ type, payload }));
  });

describe('signing in with a code and PKCE', () => {
  test('the page is Chinese first, runs no script and loads nothing', async () => {
    const browser = open();
    const page = await browser.get(await formFor(browser, verifierOf()));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toMatch(/登录名 <small lang="en">Login/);
    expect(html).not.toMatch(/<script|src=|https?:|@import|url\(/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('gives a short-lived access token for the graph, whose subject is the account', async () => {
    const tokens = await tokensFor(open(), 'deputy');
    const { payload } = await verify(tokens.access_token);
    expect(payload.sub).toBe(accountIdOf(TENANT, 'deputy'));
    expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(600);
    expect(payload.scope).toBe('graph');
    expect(JSON.stringify(payload)).not.toContain('deputy');
    expect((await eventsOf('deputy')).at(-1)?.type).toBe('account.signed_in');
  });

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['with the plain method', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for a token in the address', { response_type: 'token' }, 'unsupported_response_type'],
  ])('%s is refused', async (_, more, error) => {
    const asked = await ask(open(), { verifier: verifierOf(), redirectUri: REDIRECT, more });
    const [, answer] = locationOf(asked).split(/[?#]/);
    expect(new URLSearchParams(answer).get('error')).toBe(error);
  });

  test.each(['http://elsewhere.test/graphiql', 'http://duban.test/graphiql/../other'])(
    'an address that is not registered is not sent to: %s',
    async (redirectUri) => {
      const asked = await ask(open(), { verifier: verifierOf(), redirectUri });
      expect(asked.status).toBe(400);
      expect(await asked.text()).toContain('invalid_redirect_uri');
    },
  );

  test('a wrong verifier gets nothing, and a code works once', async () => {
    const browser = open();
    const verifier = verifierOf();
    const done = await submitSignIn(browser, await formFor(browser, verifier), loginOf('deputy'), PASSWORD);
    const grant = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code: done.code ?? '' };
    const wrong = await redeem(browser, { ...grant, code_verifier: verifierOf() });
    expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant']);
    const twice = await Promise.all([1, 2].map(() => redeem(browser, { ...grant, code_verifier: verifier })));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('cancelling leads back with access_denied', async () => {
    const browser = open();
    const form = await formFor(browser, verifierOf());
    const answer = await browser.post(form, { action: 'cancel' });
    const resumed = await browser.get(locationOf(answer));
    expect(new URL(locationOf(resumed)).searchParams.get('error')).toBe('access_denied');
  });

  test('a form from another site, without the cookie, or too long is refused', async () => {
    const browser = open();
    const form = await formFor(browser, verifierOf());
    const typed = { login: loginOf('deputy'), password: PASSWORD, action: 'sign-in' };
    expect((await browser.post(form, typed, { origin: 'http://evil.test' })).status).toBe(405);
    expect((await open().post(form, typed)).status).toBe(400);
    expect((await browser.post(form, { ...typed, more: 'x'.repeat(9_000) })).status).toBe(413);
  });
});

describe('a refusal', () => {
  const refusal = async (login: string, password: string) => {
    const browser = open();
    const form = await formFor(browser, verifierOf());
    const started = performance.now();
    const { answer } = await submitSignIn(browser, form, login, password);
    const html = (await answer.text()).replaceAll(form, 'FORM').replaceAll(login, 'LOGIN');
    return { status: answer.status, html, ms: performance.now() - started };
  };

  test('says the same, as late, for a wrong password, an unknown login and an impossible one', async () => {
    const answers = [
      await refusal(loginOf('deputy'), 'wrong'),
      await refusal(loginOf('nobody'), 'wrong'),
      await refusal('900002.deputy', PASSWORD),
      await refusal(loginOf('deputy'), ''),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    for (const { ms } of answers) expect(ms).toBeGreaterThanOrEqual(295);
    expect((await refusal('a\0b', PASSWORD)).status).toBe(401);
  });

  test('five wrong passwords lock the account: the right one is then refused alike, and recorded', async () => {
    for (let tried = 0; tried < 5; tried++) await refusal(loginOf('unit-handler'), 'wrong');
    const locked = await refusal(loginOf('unit-handler'), PASSWORD);
    expect(locked.status).toBe(401);
    expect(locked.html).toBe((await refusal(loginOf('nobody'), 'wrong')).html);
    const events = await eventsOf('unit-handler');
    const reasons = events
      .slice(-7)
      .map(({ type, payload }) => (payload as { reason?: string }).reason ?? type);
    expect(reasons).toEqual([...Array(5).fill('WRONG_PASSWORD'), 'account.locked', 'LOCKED']);
    expect(JSON.stringify(events)).not.toContain('wrong');
  });
});

describe('refreshing', () => {
  const refresh = (browser: Browser, token: string) =>
    redeem(browser, { grant_type: 'refresh_token', refresh_token: token });

  test('rotates: a used token ends the whole line', async () => {
    const browser = open();
    const first = await tokensFor(browser, 'deputy-2');
    const second = await refresh(browser, first.refresh_token);
    expect(second.status).toBe(200);
    await verify(second.body.access_token);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(browser, first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await refresh(browser, second.body.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('a token used twice at once gives one new token', async () => {
    const browser = open();
    const { refresh_token } = await tokensFor(browser, 'deputy-2');
    const both = await Promise.all([1, 2, 3].map(() => refresh(browser, refresh_token)));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('ends with signing out', async () => {
    const browser = open();
    const tokens = await tokensFor(browser, 'deputy-2');
    const asked = await browser.get(`/oidc/session/end?id_token_hint=${tokens.id_token}`);
    const html = await asked.text();
    expect(html).toContain('要退出登录吗');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const done = await browser.post('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    expect(done.status).toBe(303);
    expect(await (await browser.get(locationOf(done))).text()).toContain('您已退出登录');
    expect((await refresh(browser, tokens.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('ends when the account is disabled', async () => {
    const browser = open();
    const tokens = await tokensFor(browser, 'deputy-2');
    const set = (status: string) =>
      fixture.database.transaction(systemScope(TENANT), 'write', async (tx) => {
        const id = accountIdOf(TENANT, 'deputy-2');
        await tx.query('UPDATE people.account SET status = $1 WHERE tenant_id = $2 AND id = $3', [
          status,
          TENANT,
          id,
        ]);
      });
    await set('DISABLED');
    expect((await refresh(browser, tokens.refresh_token)).body.error).toBe('invalid_grant');
    await set('ACTIVE');
  });
});

describe('the signing keys', () => {
  const published = async () => (await open().get('/oidc/jwks')).text();

  test('turn over without a pause: the new one signs, the old one still verifies', async () => {
    const browser = open();
    const before = await tokensFor(browser, 'deputy');
    const { keys } = JSON.parse(readFileSync(keysFile, 'utf8'));
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const next = { ...(await exportJWK(privateKey)), kid: 'next' };
    writeFileSync(keysFile, JSON.stringify({ keys: [next, ...keys] }));
    await until(async () => (await published()).includes('"next"'));
    const after = await redeem(browser, { grant_type: 'refresh_token', refresh_token: before.refresh_token });
    expect(decodeProtectedHeader(after.body.access_token).kid).toBe('next');
    await verify(after.body.access_token);
    await verify(before.access_token);
    expect(await published()).not.toContain('"d"');
  });

  test('a damaged file leaves the old keys in force', async () => {
    const good = readFileSync(keysFile, 'utf8');
    writeFileSync(keysFile, '{');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const tokens = await tokensFor(open(), 'deputy');
    await verify(tokens.access_token);
    writeFileSync(keysFile, good);
  });
});

test('the one script there is, of a form that submits itself, is named by its hash', async () => {
  const page = await open().get('/oidc/session/end');
  const script = /<script>([^<]*)<\/script>/.exec(await page.text())?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(script).toContain('submit');
  expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
});

test('behind TLS cookies are secure, whatever a header says', async () => {
  const secure = await startSignIn({
    database: fixture.database,
    log: quiet,
    issuer: 'https://duban.test/oidc',
    redirectUris: [REDIRECT],
    signingKeysFile: keysFile,
    demonstration: true,
  });
  const plain = createServer((request, response) => {
    request.url = request.url?.replace('/oidc', '');
    secure.handler(request, response);
  }).listen(0);
  const { port } = plain.address() as AddressInfo;
  const asked = await ask(new Browser(PUBLIC, `http://127.0.0.1:${port}`), {
    verifier: verifierOf(),
    redirectUri: REDIRECT,
    more: {},
  });
  expect(asked.headers.getSetCookie().length).toBeGreaterThan(0);
  for (const cookie of asked.headers.getSetCookie())
    expect(cookie).toMatch(/samesite=lax; secure; httponly/i);
  plain.close();
  plain.closeAllConnections();
  secure.stop();
});

test('passwords are compared at full cost as well, an empty or absurdly long one never fits', async () => {
  const passwords = createPasswords();
  const hash = await hashPassword('péché 督办');
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await passwords.verify('pe\u0301che\u0301 督办', hash)).toBe(true);
  expect(await passwords.verify('peche 督办', hash)).toBe(false);
  expect(await passwords.verify('', await hashPassword('', CHEAP))).toBe(false);
  expect(await passwords.verify('x'.repeat(201), await hashPassword('', CHEAP))).toBe(false);
  expect(await passwords.verify('any', null)).toBe(false);
});

test('what is stored lets nobody in', async () => {
  const browser = open();
  const { refresh_token } = await tokensFor(browser, 'deputy');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: fixture.adminUrl });
  await client.connect();
  const { rows } = await client.query('SELECT * FROM people.sign_in_state');
  await client.end();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(refresh_token);
});
