import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Browser } from '../kit/browser.js';
import { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const PASSWORD = 'duban-demo';
const WHO = '{ viewer { account { login } role { code } grants { id role { code } } } }';

/** How long the gateway of this installation believes what it was told about an account, and some. */
const WITHIN_MS = 15_000;

describe('signing in', () => {
  let cast: Cast;
  let issuer: { publicUrl: string; issuer: string };

  beforeAll(async () => {
    cast = await takeCast();
    issuer = JSON.parse(readFileSync(join(cast.deployment.dataFolder, 'issuer.json'), 'utf8'));
  }, 180_000);

  const aBrowser = () => new Browser(issuer.publicUrl, cast.deployment.url);
  const login = (role: string) => `${cast.county.code}.${role}`;
  const holding = (token: string) => new Person(cast.deployment.url, 'somebody', token);
  const codeOf = async (person: Person) => (await person.ask(WHO)).errors?.[0]?.extensions.code;

  /** From the console to the form and back, with tokens when all was right. */
  const signIn = async (role: string, password = PASSWORD, browser = aBrowser()) => {
    const form = await browser.askToSignIn();
    const shown = await browser.fillIn(form, { login: login(role), password });
    const redeemed = shown.location?.startsWith(browser.redirectUri) ? await browser.redeem(shown) : null;
    return { browser, shown, tokens: redeemed?.tokens ?? null };
  };

  test('the gateway says where and how one signs in', async () => {
    const found = await fetch(`${cast.deployment.url}/oidc/.well-known/openid-configuration`);
    expect(await found.json()).toMatchObject({
      issuer: issuer.issuer,
      authorization_endpoint: `${issuer.issuer}/auth`,
      token_endpoint: `${issuer.issuer}/token`,
      jwks_uri: `${issuer.issuer}/jwks`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    });
    const jwks = await (await fetch(`${cast.deployment.url}/oidc/jwks`)).json();
    expect(Object.keys((jwks as { keys: object[] }).keys[0] ?? {})).not.toContain('d');
  });

  test('a person fills in the form, and the console asks the graph with the token it gets', async () => {
    const { browser, shown, tokens } = await signIn('deputy');
    expect(new URL(shown.location ?? '').searchParams.get('state')).toBe('a-state');
    const token = tokens?.access_token ?? '';
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const { iss, aud, exp = 0, iat = 0 } = decodeJwt(token);
    expect({ iss, aud, lifetime: exp - iat }).toEqual({ iss: issuer.issuer, aud: 'duban', lifetime: 600 });
    const { viewer } = await holding(token).get(WHO);
    expect(viewer).toMatchObject({ account: { login: login('deputy') }, role: { code: 'DEPUTY' } });
    expect((await browser.redeem(shown)).status).toBe(400);
    const grant = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? '' };
    expect(
      (await signIn('deputy-2').then(({ browser: other }) => other.token({ ...grant, refresh_token: 'x' })))
        .status,
    ).toBe(400);
  });

  test('the page speaks Chinese, runs no script, and stands in no frame', async () => {
    const browser = aBrowser();
    const form = await browser.askToSignIn();
    expect(form.page).toContain('<html lang="zh-CN">');
    expect(form.page).toMatch(/登录名.*Login/);
    expect(form.page).not.toMatch(/<script|https?:\/\//);
  });

  test.each([
    ['without a challenge', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['for a token at once', { response_type: 'token' }],
    ['to go somewhere else', { redirect_uri: 'https://example.com/' }],
    ['for another client', { client_id: 'somebody-else' }],
  ])('nobody is signed in %s', async (_, more) => {
    const shown = await aBrowser().askToSignIn(more);
    expect(shown.page).not.toContain('name="password"');
    expect(shown.status).toBeGreaterThanOrEqual(300);
    expect(shown.location ?? '').not.toMatch(/example\.com|[?&]code=/);
  });

  test('a code is good only with the verifier of who asked for it', async () => {
    const browser = aBrowser();
    const form = await browser.askToSignIn();
    const shown = await browser.fillIn(form, { login: login('deputy'), password: PASSWORD });
    expect((await browser.redeem(shown, { code_verifier: 'v'.repeat(43) })).tokens.error).toBe(
      'invalid_grant',
    );
  });

  test('five wrong passwords lock the account; nobody is told why, and the administrator unlocks it', async () => {
    const browser = aBrowser();
    const form = await browser.askToSignIn();
    const tries = async (password: string) => browser.fillIn(form, { login: login('deputy-3'), password });
    const pages: string[] = [];
    for (let at = 0; at < 5; at++) pages.push((await tries(`wrong ${at}`)).page);
    const right = await tries(PASSWORD);
    expect(right.status).toBe(401);
    expect(new Set([...pages, right.page]).size).toBe(1);
    const nobody = await browser.fillIn(form, { login: login('nobody'), password: PASSWORD });
    expect(nobody.page).toBe(right.page.replace(login('deputy-3'), login('nobody')));
    const { id, lockedUntil } = await accountOf('deputy-3');
    expect(Date.parse(lockedUntil)).toBeGreaterThan(Date.now());
    await must(cast.admin, 'enableAccount', { accountId: id });
    expect((await signIn('deputy-3')).tokens?.access_token).toBeDefined();
  });

  test('a disabled account is out at once: its token, its session, its password', async () => {
    const { browser, tokens } = await signIn('deputy-4');
    const person = holding(tokens?.access_token ?? '');
    expect((await person.ask(WHO)).status).toBe(200);
    const { id } = await accountOf('deputy-4');
    await must(cast.admin, 'disableAccount', { accountId: id, reason: '离职' });
    await until('the token is refused', async () => (await person.ask(WHO)).status === 401, WITHIN_MS);
    expect(await codeOf(person)).toBe('UNAUTHENTICATED');
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? '' };
    expect((await browser.token(refresh)).status).toBe(400);
    const form = await browser.askToSignIn();
    expect((await browser.fillIn(form, { login: login('deputy-4'), password: PASSWORD })).status).toBe(401);
    const colleague = await signIn('deputy-5', PASSWORD, browser);
    expect((await holding(colleague.tokens?.access_token ?? '').get(WHO)).viewer.account.login).toBe(
      login('deputy-5'),
    );
    expect((await signIn('deputy-4')).shown.status).toBe(401);
    await must(cast.admin, 'enableAccount', { accountId: id });
    expect((await signIn('deputy-4')).tokens?.access_token).toBeDefined();
  });

  test('a person acts under the grant they name; one that has ended is no longer granted', async () => {
    const { id: accountId } = await accountOf('deputy-5');
    const given = { accountId, role: 'EVALUATOR', validFrom: '2025-01-01' };
    const { grant } = await must(cast.admin, 'giveGrant', given, 'grant { id }');
    const { tokens } = await signIn('deputy-5');
    const person = holding(tokens?.access_token ?? '');
    const { viewer } = await person.get(WHO);
    expect(viewer.role.code).toBe('DEPUTY');
    expect(viewer.grants.map(({ role }: { role: { code: string } }) => role.code).sort()).toEqual([
      'DEPUTY',
      'EVALUATOR',
    ]);
    const evaluator = person.acting(grant.id);
    expect((await evaluator.get(WHO)).viewer.role.code).toBe('EVALUATOR');
    const { viewer: other } = await cast.deputies[0].get(WHO);
    const foreign = await person.acting(other.grants[0].id).ask(WHO);
    expect([foreign.status, foreign.errors?.[0]?.extensions.code]).toEqual([403, 'NOT_GRANTED']);
    await must(cast.admin, 'endGrant', { grantId: grant.id });
    await until(
      'the grant is no longer believed',
      async () => (await codeOf(evaluator)) === 'NOT_GRANTED',
      WITHIN_MS,
    );
    expect((await person.get(WHO)).viewer.role.code).toBe('DEPUTY');
  });

  test('a new account chooses a password of its own before anything else', async () => {
    const wish = { login: login('newcomer'), name: '欧阳新', role: 'EVALUATOR' };
    const opened = await must(cast.admin, 'openAccount', wish, 'oneTimePassword');
    const { browser, shown } = await signIn('newcomer', opened.oneTimePassword);
    expect(shown.page).toContain('设置新密码');
    const chosen = (password: string, repeated = password) => browser.fillIn(shown, { password, repeated });
    expect((await chosen('123')).status).toBe(422);
    expect((await chosen('Kettle-42', 'Kettle-43')).page).toContain('两次输入的密码不一致');
    const { tokens } = await browser.redeem(await chosen('Kettle-42'));
    expect((await holding(tokens.access_token).get(WHO)).viewer.account.login).toBe(wish.login);
    expect((await signIn('newcomer', opened.oneTimePassword)).shown.status).toBe(401);
    expect((await signIn('newcomer', 'Kettle-42')).tokens?.access_token).toBeDefined();
  });

  const accountOf = async (role: string) => {
    const { accounts } = await cast.admin.get('{ accounts(first: 100) { nodes { id login lockedUntil } } }');
    return accounts.nodes.find((one: { login: string }) => one.login === login(role));
  };
});
