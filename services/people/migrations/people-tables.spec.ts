import { createHash } from 'node:crypto';
import {
  accountIdOf,
  type Database,
  lintCatalogue,
  type Purpose,
  roleName,
  type Scope,
  systemScope,
} from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { NOWHERE } from '../src/nowhere.js';
import { SESSION_LIMITS } from '../src/sign-in/oidc.provider.js';
import { signInState, sweepSignInState } from '../src/sign-in/sign-in-state.store.typeorm.js';
import { loadSample, type PeopleFixture, peopleFixture } from '../src/testing/people.fixture.js';

const HERE = 900001;
const ELSEWHERE = 900002;

let fixture: PeopleFixture;
let database: Database;
let admin: pg.Client;

beforeAll(async () => {
  fixture = await peopleFixture();
  database = fixture.database;
  await loadSample(database, [HERE, ELSEWHERE]);
  admin = new pg.Client({ connectionString: fixture.adminUrl });
  await admin.connect();
}, 60_000);

afterAll(async () => {
  await admin?.end();
  await fixture?.close();
});

const nobody = (purpose: Purpose, settings: Record<string, string> = {}): Scope => ({
  tenant: NOWHERE,
  tenants: [],
  purpose,
  actor: null,
  settings,
});
const read = <Row = { n: number }>(scope: Scope, sql: string) =>
  database.transaction(scope, 'read', (tx) => tx.query<Row>(sql));
const write = (scope: Scope, sql: string) => database.transaction(scope, 'write', (tx) => tx.query(sql));
const TABLES = [
  'person',
  'mandate',
  'person_group',
  'group_member',
  'account',
  'role_grant',
  'demonstration_file',
  'event',
];
const count = async (scope: Scope, table: string) =>
  (await read(scope, `SELECT count(*)::int AS n FROM people.${table}`))[0]?.n;

describe('a locality', () => {
  test.each(TABLES)('sees its own rows of %s and nobody else’s', async (table) => {
    const sql = `SELECT DISTINCT tenant_id AS n FROM people.${table}`;
    expect(await read(systemScope(HERE, 'CASE'), sql)).toEqual([{ n: HERE }]);
    expect(await count(nobody('CASE'), table)).toBe(0);
    const { rows } = await admin.query(`SELECT count(DISTINCT tenant_id)::int AS n FROM people.${table}`);
    expect(rows[0].n).toBe(2);
  });

  test.each(TABLES.filter((table) => table !== 'event'))(
    'cannot change or move rows of %s',
    async (table) => {
      const here = systemScope(HERE, 'CASE');
      const move = `UPDATE people.${table} SET tenant_id = ${ELSEWHERE}`;
      await expect(write(here, move)).rejects.toMatchObject({ code: '42501' });
      const touch = `UPDATE people.${table} SET tenant_id = tenant_id WHERE tenant_id = ${ELSEWHERE} RETURNING 1 AS n`;
      expect(await write({ ...here, tenants: [HERE, ELSEWHERE] }, touch)).toEqual([]);
    },
  );

  test('cannot change or delete what is in the log', async () => {
    for (const sql of [
      'UPDATE people.event SET type = type',
      'DELETE FROM people.event',
      'TRUNCATE people.event',
    ]) {
      await expect(write(systemScope(HERE), sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('signing in', () => {
  const login = `${HERE}.deputy`;

  test.each([
    ['by login', 'SIGN_IN', { 'app.login': login }, 1],
    ['by subject', 'SIGN_IN', { 'app.subject': accountIdOf(HERE, 'deputy') }, 1],
    ['by a pattern', 'SIGN_IN', { 'app.login': '%' }, 0],
    ['by nothing', 'SIGN_IN', { 'app.login': '' }, 0],
    ['without naming anybody', 'SIGN_IN', {}, 0],
    ['for another purpose', 'CASE', { 'app.login': login }, 0],
  ] as const)('%s under %s sees that account and no other', async (_, purpose, settings, expected) => {
    const rows = await read<{ login: string }>(nobody(purpose, settings), 'SELECT login FROM people.account');
    expect(rows).toHaveLength(expected);
    for (const row of rows) expect(row.login).toBe(login);
  });

  test('sees nothing else, and changes nothing', async () => {
    const scope = nobody('SIGN_IN', { 'app.login': login });
    for (const table of TABLES.filter((each) => each !== 'account'))
      expect(await count(scope, table)).toBe(0);
    expect(await write(scope, 'UPDATE people.account SET login = login RETURNING 1 AS n')).toEqual([]);
  });
});

describe('what sign-in keeps', () => {
  const state = () => signInState(database, SESSION_LIMITS);
  const keyOf = (kind: string, value: string) =>
    createHash('sha256').update(`${kind}:${value}`).digest('base64url');

  test('is found by whoever names it and cannot be listed', async () => {
    await state()('Session').upsert('a-session', { uid: 'a-uid', accountId: 'x' }, 60);
    expect(await state()('Session').find('a-session')).toMatchObject({ jti: 'a-session', accountId: 'x' });
    expect(await state()('Session').findByUid('a-uid')).toMatchObject({ accountId: 'x' });
    expect(await state()('Session').find('another')).toBeUndefined();
    expect(await state()('Interaction').find('a-session')).toBeUndefined();
    const key = keyOf('Session', 'a-session');
    expect(await count(nobody('SIGN_IN', { 'app.sign_in_key': key }), 'sign_in_state')).toBe(1);
    for (const scope of [
      nobody('SIGN_IN'),
      nobody('CASE', { 'app.sign_in_key': key }),
      nobody('SIGN_IN', { 'app.sign_in_key': 'other' }),
      systemScope(HERE, 'CASE'),
    ]) {
      expect(await count(scope, 'sign_in_state')).toBe(0);
    }
  });

  test('cannot be written under another name', async () => {
    const sql = `INSERT INTO people.sign_in_state (tenant_id, key, kind, payload, expires_at) VALUES (${NOWHERE}, 'mine', 'Session', '{}', now())`;
    await expect(write(nobody('SIGN_IN', { 'app.sign_in_key': 'yours' }), sql)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('is used once, ended by its grant, and swept away when it has expired', async () => {
    const tokens = state()('RefreshToken');
    await tokens.upsert('t1', { grantId: 'g1' }, 60);
    await tokens.upsert('t2', { grantId: 'g1' }, 60);
    await tokens.upsert('t3', { grantId: 'g2' }, 60);
    await tokens.consume('t1');
    expect(await tokens.find('t1')).toHaveProperty('consumed');
    await expect(tokens.consume('t1')).rejects.toThrow();
    await tokens.revokeByGrantId('g1');
    expect(await Promise.all(['t1', 't2', 't3'].map((id) => tokens.find(id)))).toMatchObject([
      undefined,
      undefined,
      {},
    ]);
    await admin.query(`UPDATE people.sign_in_state SET expires_at = now() - interval '1 s' WHERE key = $1`, [
      keyOf('RefreshToken', 't3'),
    ]);
    expect(await tokens.find('t3')).toBeUndefined();
    const left = async () =>
      (await admin.query('SELECT count(*)::int AS n FROM people.sign_in_state')).rows[0].n;
    const before = await left();
    await sweepSignInState(database);
    expect(await left()).toBe(before - 1);
  });

  test('a session lives on while its tokens are used, but not past its longest day', async () => {
    const now = Math.floor(Date.now() / 1000);
    const expiry = async (uid: string) => {
      const { rows } = await admin.query(
        `SELECT extract(epoch FROM expires_at)::int AS at, (payload->>'exp')::int AS exp
        FROM people.sign_in_state WHERE uid = $1`,
        [keyOf('uid', uid)],
      );
      return rows[0];
    };
    const use = async (uid: string, loginTs: number) => {
      await state()('Session').upsert(`s-${uid}`, { uid, loginTs, exp: now + 10 }, 10);
      await state()('RefreshToken').upsert(`t-${uid}`, { sessionUid: uid }, 60);
      const { at, exp } = await expiry(uid);
      expect(Math.abs(at - exp)).toBeLessThanOrEqual(1);
      return at - now;
    };
    const { idleSeconds, longestSeconds } = SESSION_LIMITS;
    expect(Math.abs((await use('fresh', now)) - idleSeconds)).toBeLessThan(10);
    expect(Math.abs((await use('late', now - longestSeconds + 60)) - 60)).toBeLessThan(10);
  });
});

test('the catalogue keeps every rule', async () => {
  const query = async (sql: string, params: readonly unknown[] = []) =>
    (await admin.query(sql, [...params])).rows;
  const findings = await lintCatalogue(query, {
    schemas: ['people'],
    runtimeRoles: [roleName('people', 'app')],
  });
  expect(findings).toEqual([]);
});
