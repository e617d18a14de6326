import { encodeId } from '@duban/kernel';
import { accountIdOf, mandateIdOf, personIdOf, sectionIdOf, unitIdOf } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  Browser,
  locationOf,
  redeem,
  startSignIn,
  submitSignIn,
  verifierOf,
} from '../testing/browser.fixture.js';
import {
  loadSample,
  type PeopleFixture,
  peopleFixture,
  quiet,
  sampleViewer,
} from '../testing/people.fixture.js';
import { type PeopleServer, peopleServer } from '../testing/people-server.fixture.js';
import { openAccounts } from './account.wiring.js';

const HERE = 900001;
const ELSEWHERE = 900002;
const PUBLIC = 'http://duban.test';
const REDIRECT = `${PUBLIC}/graphiql`;

let fixture: PeopleFixture;
let server: PeopleServer;
let admin: pg.Client;

beforeAll(async () => {
  fixture = await peopleFixture();
  await loadSample(fixture.database, [HERE, ELSEWHERE]);
  // As in production: demonstration accounts cannot sign in, opened ones can.
  server = await peopleServer(fixture, { NODE_ENV: 'production' });
  admin = new pg.Client({ connectionString: fixture.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin?.end();
  await server?.close();
  await fixture?.close();
});

const administrator = sampleViewer(HERE, 'tenant-admin', 'TENANT_ADMIN');
const deputy = sampleViewer(HERE, 'deputy', 'DEPUTY');
const publicId = (kind: string, id: string, tenant = HERE) => encodeId({ kind, tenant, id });

let keys = 0;
const ask = async (name: string, input: object, { viewer = administrator, at = server } = {}) => {
  const verb = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  const query = `mutation($input: ${name}Input!) { it: ${verb}(input: $input) { ... on ${name}Refusal { code message messageEn }
    ... on ${name}Success { oneTimePassword account { id login lockedUntil person { name } grants { validFrom validTo primary role { code } } } } } }`;
  keys += 1;
  const answer = await at.graph(viewer, query, { input: { idempotencyKey: `key ${keys}`, ...input } });
  expect(answer.errors).toBeUndefined();
  return answer.data.it;
};
const open = (input: object, how = {}) => ask('OpenAccount', { role: 'EVALUATOR', ...input }, how);
const reset = (accountId: string, how = {}) => ask('ResetPassword', { accountId }, how);

/** Everything of this service that the database keeps, as text. */
async function everythingKept(): Promise<string> {
  const kept: unknown[] = [];
  for (const table of ['account', 'event', 'idempotency', 'sign_in_state', 'person'])
    kept.push((await admin.query(`SELECT * FROM people.${table}`)).rows);
  return JSON.stringify(kept);
}

const eventsOf = async (accountId: string) => {
  const sql = `SELECT type, payload FROM people.event WHERE stream = $1 ORDER BY stream_version`;
  return (await admin.query<{ type: string }>(sql, [`account:${accountId}`])).rows;
};

type Attempt = { readonly browser: Browser; readonly form: string; readonly verifier: string };

async function begin(): Promise<Attempt> {
  const browser = new Browser(PUBLIC, server.url);
  const verifier = verifierOf();
  const asked = await startSignIn(browser, { verifier, redirectUri: REDIRECT });
  return { browser, form: locationOf(asked), verifier };
}

async function signIn(login: string, password: string) {
  const attempt = await begin();
  return { ...attempt, ...(await submitSignIn(attempt.browser, attempt.form, login, password)) };
}

const choose = ({ browser, form }: Attempt, password: string, repeated = password) =>
  browser.post(form, { password, repeated, action: 'change-password' });

async function tokensAfter({ browser, verifier }: Attempt, chosen: Response) {
  expect(chosen.status).toBe(303);
  const resumed = await browser.get(locationOf(chosen));
  const code = new URL(locationOf(resumed)).searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code_verifier: verifier };
  return (await redeem(browser, { ...grant, code })).body;
}

const refresh = async (browser: Browser, token: string) =>
  (await redeem(browser, { grant_type: 'refresh_token', refresh_token: token })).body.error ?? 'refreshed';

const subjectIn = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;

describe('from opening an account to a forgotten password', () => {
  const login = `${HERE}.zhang-wei`;
  const input = { idempotencyKey: 'zhang', login, name: '张伟明', from: '2024-01-01', to: '2099-12-31' };
  let account: { id: string };
  let subject: string;
  let oneTime: string;
  let first: { browser: Browser; refreshToken: string };

  test('the administrator opens it and sees the one-time password this once', async () => {
    const opened = await open(input);
    oneTime = opened.oneTimePassword;
    expect(oneTime).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(opened.account).toMatchObject({
      login,
      person: { name: '张伟明' },
      grants: [
        { validFrom: '2024-01-01', validTo: '2099-12-31', primary: true, role: { code: 'EVALUATOR' } },
      ],
    });
    account = opened.account;
    expect(await open(input)).toEqual({ ...opened, oneTimePassword: null });
    expect(await everythingKept()).not.toContain(oneTime);
    const { rows } = await admin.query('SELECT id FROM people.account WHERE login = $1', [login]);
    subject = rows[0].id;
    const events = await admin.query(
      `SELECT payload FROM people.event WHERE recorded_at > now() - interval '1 min' AND idempotency_key = 'zhang'`,
    );
    expect(events.rowCount).toBe(3);
    expect(JSON.stringify(events.rows)).not.toMatch(/张伟明|zhang/);
  });

  test('the one-time password leads to a page for choosing another, and to no token', async () => {
    const attempt = await signIn(login, oneTime);
    expect([attempt.answer.status, attempt.code]).toEqual([200, null]);
    const html = await attempt.answer.text();
    expect(html).toMatch(/<h1>设置新密码 <small lang="en">Choose a new password/);
    expect(html).not.toMatch(/role="alert"|<script|src=|https?:|url\(/);
    const policy = attempt.answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const resume = await attempt.browser.get(attempt.form.replace('/interaction/', '/auth/'));
    expect(locationOf(resume)).not.toContain('code=');
    expect(await server.identity({ subject })).toBeNull();
    expect((await eventsOf(subject)).at(-1)?.type).toBe('account.password_change_required');
  });

  test.each([
    ['Kettl-4', '至少 8 个字符', 'at least 8 characters'],
    ['kettlekettle', '至少 3 类', 'needs 3 of'],
    [`Aa1${'x'.repeat(200)}`, '最多 200 个字符', 'at most 200'],
    ['Zhang-4242', '登录名', 'your login'],
    ['伟明Kettle42', '姓名', 'your name'],
  ])('%s is refused: %s', async (password, zh, en) => {
    const attempt = await signIn(login, oneTime);
    const answer = await choose(attempt, password);
    expect(answer.status).toBe(422);
    const alert = /<p role="alert">(.*)<\/p>/.exec(await answer.text())?.[1] ?? '';
    expect(alert).toContain(zh);
    expect(alert).toContain(en);
    expect(alert.match(/lang="en"/g)).toHaveLength(1);
  });

  test('so are the one-time password itself and two different ones; then a good one signs in', async () => {
    const attempt = await signIn(login, oneTime);
    expect(await (await choose(attempt, 'Kettle-42', 'Kettle-43')).text()).toContain('两次输入的密码不一致');
    expect(await (await choose(attempt, oneTime)).text()).toContain('现在的或最近 5 次的密码');
    const tokens = await tokensAfter(attempt, await choose(attempt, 'Kettle-42'));
    expect(subjectIn(tokens.access_token)).toBe(subject);
    expect(await server.identity({ subject })).toMatchObject({ login, role: 'EVALUATOR' });
    const types = (await eventsOf(subject)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['account.password_changed', 'account.signed_in']);
    expect(await refresh(attempt.browser, tokens.refresh_token)).toBe('refreshed');
    expect(await everythingKept()).not.toContain('Kettle-42');
  });

  test('from then on that password signs in at once, and the one-time password not at all', async () => {
    const attempt = await begin();
    const typed = { login, password: 'Kettle-42', action: 'sign-in' };
    const tokens = await tokensAfter(attempt, await attempt.browser.post(attempt.form, typed));
    first = { browser: attempt.browser, refreshToken: tokens.refresh_token };
    expect((await signIn(login, oneTime)).answer.status).toBe(401);
  });

  test('a reset ends the old password and what was signed in with it', async () => {
    const again = await reset(account.id);
    expect(again.account.id).toBe(account.id);
    expect(again.oneTimePassword).not.toBe(oneTime);
    expect(await server.identity({ subject })).toBeNull();
    expect(await refresh(first.browser, first.refreshToken)).toBe('invalid_grant');
    expect((await signIn(login, 'Kettle-42')).answer.status).toBe(401);
    const attempt = await signIn(login, again.oneTimePassword);
    expect(await (await choose(attempt, 'Kettle-42')).text()).toContain('现在的或最近 5 次的密码');
    await tokensAfter(attempt, await choose(attempt, 'Teapot-43'));
    expect(await server.identity({ subject })).toMatchObject({ login });
    expect((await eventsOf(subject)).map(({ type }) => type)).toContain('account.password_reset');
  });

  test('after five others a password is free again, and the five are not', async () => {
    for (const next of ['Saucer-1', 'Saucer-2', 'Saucer-3', 'Saucer-4']) {
      const attempt = await signIn(login, (await reset(account.id)).oneTimePassword);
      expect((await choose(attempt, next)).status).toBe(303);
    }
    const attempt = await signIn(login, (await reset(account.id)).oneTimePassword);
    for (const old of ['Teapot-43', 'Saucer-1', 'Saucer-4'])
      expect((await choose(attempt, old)).status).toBe(422);
    expect((await choose(attempt, 'Kettle-42')).status).toBe(303);
  });

  test('a password of ninety days must be changed as well', async () => {
    await admin.query(
      `UPDATE people.account SET password_set_at = now() - interval '91 days' WHERE login = $1`,
      [login],
    );
    const attempt = await signIn(login, 'Kettle-42');
    expect(attempt.code).toBeNull();
    expect(await attempt.answer.text()).toContain('设置新密码');
    await tokensAfter(attempt, await choose(attempt, 'Saucer-5'));
  });

  test('a repeated reset does not show the password again', async () => {
    const once = { idempotencyKey: 'forgotten', accountId: account.id };
    const made = await ask('ResetPassword', once);
    expect(await ask('ResetPassword', once)).toEqual({ ...made, oneTimePassword: null });
    const attempt = await signIn(login, made.oneTimePassword);
    expect(await attempt.answer.text()).toContain('设置新密码');
  });
});

describe('choosing a password', () => {
  test('is for nobody who has not come with the right one', async () => {
    const attempt = await begin();
    const answer = await choose(attempt, 'Kettle-42');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('登录未成功');
  });

  test('in a sign-in begun before a reset comes too late', async () => {
    const login = `${HERE}.late`;
    const opened = await open({ login });
    const attempt = await signIn(login, opened.oneTimePassword);
    await reset(opened.account.id);
    expect((await choose(attempt, 'Kettle-42')).status).toBe(401);
  });
});

describe('an account is not opened', () => {
  const unit = (tenant: number) => publicId('unit', unitIdOf(tenant, 'water'), tenant);
  const section = (tenant: number) => publicId('section', sectionIdOf(tenant, 'water', 'office'), tenant);
  const person = (tenant: number) => publicId('person', personIdOf(tenant, 'deputy'), tenant);
  const mandate = (tenant: number) => publicId('mandate', mandateIdOf(tenant, 'deputy'), tenant);
  const handler = { role: 'UNIT_HANDLER' };
  test.each([
    ['for another locality’s person', { personId: person(ELSEWHERE) }, 'PERSON_NOT_FOUND'],
    ['for nobody who exists', { personId: publicId('person', accountIdOf(HERE, 'x')) }, 'PERSON_NOT_FOUND'],
    ['in another locality’s unit', { ...handler, unitId: unit(ELSEWHERE) }, 'UNIT_NOT_FOUND'],
    [
      'in its section',
      { ...handler, unitId: unit(HERE), sectionId: section(ELSEWHERE) },
      'SECTION_NOT_FOUND',
    ],
    ['on its mandate', { role: 'DEPUTY', mandateId: mandate(ELSEWHERE) }, 'MANDATE_NOT_FOUND'],
    [
      'on somebody else’s mandate',
      { role: 'DEPUTY', name: '李四', mandateId: mandate(HERE) },
      'MANDATE_DOES_NOT_FIT',
    ],
    ['for a unit’s role without a unit', handler, 'GRANT_NEEDS_UNIT'],
    ['for the platform’s own role', { role: 'SYSTEM' }, 'ROLE_NOT_GRANTABLE'],
    ['for one person and another', { personId: person(HERE), name: '李四' }, 'PERSON_OR_ID_REQUIRED'],
    ['for an empty name', { name: ' ' }, 'TEXT_EMPTY'],
    ['until before it begins', { from: '2024-02-02', to: '2024-02-01' }, 'PERIOD_REVERSED'],
    ['under another locality’s login', { login: `${ELSEWHERE}.a` }, 'LOGIN_NEEDS_PREFIX'],
    ['under an impossible login', { login: `${HERE}.A B` }, 'LOGIN_MALFORMED'],
    ['under a login that is taken', { login: `${HERE}.deputy` }, 'LOGIN_TAKEN'],
    ['for an outside identity', { subject: 'x' }, 'SUBJECT_NOT_EXPECTED'],
  ])('%s', async (_, input, code) => {
    const before = await everythingKept();
    const refused = await open({ login: `${HERE}.new`, ...input });
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/\p{Script=Han}/u);
    expect(refused.messageEn).toMatch(/^[A-Z"]/);
    expect(await everythingKept()).toBe(before);
  });

  test('by anybody but the administrator, who alone resets passwords, of their own locality', async () => {
    const own = publicId('account', accountIdOf(HERE, 'deputy'));
    const others = publicId('account', accountIdOf(ELSEWHERE, 'deputy'), ELSEWHERE);
    expect(await open({ login: `${HERE}.new` }, { viewer: deputy })).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect(await reset(own, { viewer: deputy })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await reset(others)).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });
});

test('with a known person and a mandate, from today on', async () => {
  const ids = {
    personId: publicId('person', personIdOf(HERE, 'deputy-2')),
    mandateId: publicId('mandate', mandateIdOf(HERE, 'deputy-2')),
  };
  const { account } = await open({ login: `${HERE}.deputy-2.own`, role: 'DEPUTY', ...ids });
  expect(account).toMatchObject({ person: { name: '人deputy-2' }, grants: [{ validTo: null }] });
});

test('where an outside issuer signs people in, the account is its subject’s and has no password', async () => {
  const outside = await peopleServer(fixture, { OIDC_ISSUER: 'https://issuer.test' });
  const at = { at: outside };
  expect(await open({ login: `${HERE}.out` }, at)).toMatchObject({ code: 'SUBJECT_REQUIRED' });
  const opened = await open({ login: `${HERE}.out`, subject: 'u-17' }, at);
  expect(opened.oneTimePassword).toBeNull();
  expect(await outside.identity({ subject: 'u-17' })).toMatchObject({ login: `${HERE}.out` });
  const taken = await open({ login: `${HERE}.out-2`, subject: 'u-17' }, at);
  expect(taken.code).toBe('SUBJECT_TAKEN');
  expect(await reset(opened.account.id, at)).toMatchObject({ code: 'ACCOUNT_WITHOUT_PASSWORD' });
  await outside.close();
});

test('whoever runs the server opens the first administrator’s account', async () => {
  const accounts = await openAccounts(fixture.url, quiet, null);
  const wish = {
    tenant: 900003,
    code: '900003',
    login: '900003.admin',
    role: 'TENANT_ADMIN',
    name: null,
    subject: null,
  } as const;
  const opened = await accounts.open(wish);
  expect(await accounts.open(wish)).toMatchObject({ accepted: false, code: 'LOGIN_TAKEN' });
  expect(await accounts.open({ ...wish, login: '900001.admin' })).toMatchObject({
    code: 'LOGIN_NEEDS_PREFIX',
  });
  await accounts.close();
  const attempt = await signIn('900003.admin', (opened.accepted && opened.value.oneTimePassword) || '');
  const tokens = await tokensAfter(attempt, await choose(attempt, 'Kettle-42'));
  const viewer = await server.identity({ subject: subjectIn(tokens.access_token) });
  expect(viewer).toMatchObject({ tenant: 900003, role: 'TENANT_ADMIN', login: '900003.admin' });
});
