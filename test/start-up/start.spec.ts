import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throwawayDatabase } from '@duban/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  childrenOf,
  isAlive,
  isReady,
  repository,
  type Started,
  startPlatform,
  until,
} from './started-platform.js';

const folder = mkdtempSync(join(tmpdir(), 'duban-start-'));
const env = { DUBAN_DATA: join(folder, 'data'), PORT: '' };
const parts = ['units', 'people', 'proposals', 'evaluation', 'gateway', 'postgres'];

let started: Started;
let spare = '';
const supervisor = () => started.child.pid as number;
const port = () => Number(env.PORT);

/** The process of a part: five run their own main file, PostgreSQL its own program. */
const processOf = (part: string): number =>
  childrenOf(supervisor()).find(({ command }) =>
    part === 'postgres' ? command.includes('/bin/postgres -D') : command.includes(`/${part}/dist/`),
  )?.pid ?? 0;

const ready = () => until('ready', () => started.output().includes('Duban is ready'), 60_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port: free } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return free;
}

describe('npm start', () => {
  beforeAll(async () => {
    env.PORT = String(await freePort());
    spare = String(await freePort());
    started = startPlatform(env);
    await ready();
  });

  afterAll(async () => {
    if (isAlive(supervisor())) started.child.kill('SIGTERM');
    await started.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('starts each part as its own process and says where everything is', async () => {
    expect(parts.filter((part) => !processOf(part))).toEqual([]);
    expect(await isReady(port())).toBe(true);
    for (const text of [`http://localhost:${port()}/graphql`, '/graphiql', 'duban-demo', 'Authorization']) {
      expect(started.output()).toContain(text);
    }
  });

  test('prints a query that answers, for a login that it names', async () => {
    const [, login = ''] = /token -- (\d\S+?)\)/.exec(started.output()) ?? [];
    const [, query = ''] = /```graphql\n([\s\S]+?)```/.exec(started.output()) ?? [];
    const args = ['ops/dist/token.js', login];
    const token = execFileSync(process.execPath, args, {
      cwd: repository,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    const answer = await fetch(`http://127.0.0.1:${port()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.trim()}` },
      body: JSON.stringify({ query }),
    });
    const body = (await answer.json()) as {
      data?: { viewer?: unknown; locality?: unknown };
      errors?: unknown;
    };
    expect(body.errors).toBeUndefined();
    expect(body.data?.viewer).toBeTruthy();
    expect(body.data?.locality).toBeTruthy();
  });

  test('keeps its secrets to its owner', () => {
    const mode = execFileSync('stat', [
      '-c',
      '%a',
      join(env.DUBAN_DATA, 'secrets.json'),
      join(env.DUBAN_DATA, 'signing-keys.json'),
    ]);
    expect(String(mode).trim().split('\n')).toEqual(['600', '600']);
    const secrets = JSON.parse(readFileSync(join(env.DUBAN_DATA, 'secrets.json'), 'utf8')) as {
      roles: Record<string, string>;
    };
    for (const { command } of childrenOf(supervisor())) {
      for (const secret of Object.values(secrets.roles)) expect(command).not.toContain(secret);
    }
  });

  test('refuses a second start from the same folder, and says so', async () => {
    const second = startPlatform(env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(String(supervisor()));
    expect(isAlive(supervisor())).toBe(true);
  });

  test.each([
    ['a taken port', () => ({ PORT: env.PORT }), () => env.PORT],
    ['a port that is none', () => ({ PORT: '70000' }), () => 'PORT=70000'],
    [
      'a database that is not there',
      () => ({ PORT: spare, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }),
      () => '127.0.0.1:1/c',
    ],
  ])(
    'says in one message that there is %s',
    async (_, wrong, names) => {
      const given = { ...env, DUBAN_DATA: join(folder, 'other'), ...wrong() };
      const other = startPlatform(given);
      expect(await other.ended).toBe(1);
      expect(other.output()).toContain(names());
      expect(other.output().match(/✗ [^\n]+\n {2}\S/g)).toHaveLength(1);
      expect(other.output()).not.toMatch(/^\s+at /m);
    },
    30_000,
  );

  test('says in one message that a migration failed, and starts nothing', async () => {
    const { adminUrl, close } = await throwawayDatabase();
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    const blocking = 'CREATE SCHEMA people; CREATE TABLE people.account (stranger int)';
    await client.query(blocking).finally(() => client.end());
    const given = { ...env, DUBAN_DATA: join(folder, 'broken'), PORT: spare, DATABASE_URL: adminUrl };
    const other = startPlatform(given);
    expect(await other.ended).toBe(1);
    await close();
    expect(other.output()).toMatch(
      /✗ 数据库迁移失败\(people\)[^\n]+account[^\n]+\n {2}Database migration failed/,
    );
    expect(other.output()).not.toMatch(/^\s+at /m);
  });

  test.each(parts)(
    'starts %s again within 5 s of kill -9, and nothing else ends',
    async (part) => {
      const before = new Map(parts.map((name) => [name, processOf(name)]));
      const told = started.output().length;
      process.kill(before.get(part) as number, 'SIGKILL');
      await until('another process', () => processOf(part) && processOf(part) !== before.get(part), 5_000);
      await until('ready again', () => isReady(port()), 30_000);
      const others = parts.filter((name) => name !== part);
      // Who ended, and how, in the platform's own words: what to look for when it is more than one.
      expect(
        started
          .output()
          .slice(told)
          .match(/^.*正在重新启动.*$/gm),
      ).toEqual([expect.stringContaining(`! ${part}: 被 SIGKILL 终止`)]);
      expect(others.map(processOf)).toEqual(others.map((name) => before.get(name)));
    },
    40_000,
  );

  test('SIGTERM ends everything in order, and the data stays for the next start', async () => {
    const all = [supervisor(), ...childrenOf(supervisor()).map(({ pid }) => pid)];
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(143);
    expect(all.filter(isAlive)).toEqual([]);
    const log = readFileSync(join(env.DUBAN_DATA, 'logs', 'postgres.log'), 'utf8');
    expect(log.trim().split('\n').at(-1)).toContain('database system is shut down');
    started = startPlatform(env);
    await ready();
    expect(await isReady(port())).toBe(true);
  });

  test('kill -9 of the parent leaves no process behind', async () => {
    const children = childrenOf(supervisor()).map(({ pid }) => pid);
    expect(children.length).toBeGreaterThanOrEqual(parts.length);
    started.child.kill('SIGKILL');
    await started.ended;
    await until('all gone', () => children.every((pid) => !isAlive(pid)), 5_000);
  });
});
