import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startPostgres } from './postgres.js';

const run = promisify(execFile);

// A temporary folder lets nobody but its owner in, as /root does: when root runs this, the account
// that PostgreSQL runs as is shut out of everything above its data.
const folder = mkdtempSync(join(tmpdir(), 'duban-postgres-spec-'));
const dataDir = join(folder, 'kept');
const password = 'a b/c:d@e';

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function untilGone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 5_000 && isAlive(pid); waited += 50) await sleep(50);
  return !isAlive(pid);
}

describe('the embedded PostgreSQL', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is version 18, sorts by code point, listens on loopback with a password, and keeps its data', async () => {
    const first = await startPostgres({ dataDir, password });
    await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
    const [about] = await ask<Record<string, string>>(
      first.adminUrl,
      `SELECT current_setting('server_version_num') AS version, current_setting('listen_addresses') AS host,
              current_setting('fsync') AS fsync, current_setting('io_method') AS io,
              current_setting('log_error_verbosity') AS verbosity, upper('é') AS upper`,
    );
    expect(about).toMatchObject({
      host: '127.0.0.1',
      fsync: 'on',
      io: 'sync',
      verbosity: 'terse',
      upper: 'É',
    });
    expect(Number(about?.version)).toBeGreaterThanOrEqual(180_000);
    const wrong = first.adminUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password/);
    await first.stop();

    const second = await startPostgres({ dataDir, password, port: first.port });
    expect(second.port).toBe(first.port);
    expect(await ask(second.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await second.stop();
    expect(await untilGone(second.pid)).toBe(true);
  });

  test('comes back after kill -9 of the server, and after a lock file that names a stranger', async () => {
    const killed = await startPostgres({ dataDir, password });
    process.kill(killed.pid, 'SIGKILL');
    const next = await startPostgres({ dataDir, password });
    expect(await ask(next.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await next.stop();
    writeFileSync(
      join(dataDir, 'postmaster.pid'),
      `${process.ppid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    const last = await startPostgres({ dataDir, password });
    await last.stop();
  });

  test('does not outlive a parent that is killed', async () => {
    const module = new URL('postgres.js', import.meta.url).href;
    const script = `
      const { startPostgres } = await import(${JSON.stringify(module)});
      const { pid } = await startPostgres(${JSON.stringify({ dataDir, password })});
      console.log(pid);
      process.kill(process.pid, 'SIGKILL');`;
    const parent = run(process.execPath, ['--input-type=module', '-e', script]);
    const { stdout } = await parent.catch((ended: { stdout: string }) => ended);
    expect(Number(stdout)).toBeGreaterThan(1);
    expect(await untilGone(Number(stdout))).toBe(true);
  });

  test('leaves nothing behind when it was only for a test', async () => {
    const passing = await startPostgres({ password, ephemeral: true });
    const [place] = await ask<{ data_directory: string }>(passing.adminUrl, 'SHOW data_directory');
    expect(existsSync(place?.data_directory ?? '')).toBe(true);
    await passing.stop();
    expect(existsSync(place?.data_directory ?? '')).toBe(false);
    expect(await untilGone(passing.pid)).toBe(true);
  });

  test('says so when the folder holds something else', async () => {
    const other = join(folder, 'other');
    writeFileSync(other, 'not a database');
    await expect(startPostgres({ dataDir: other, password })).rejects.toMatchObject({
      zh: expect.stringContaining(other),
    });
  });
});
