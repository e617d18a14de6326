import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, openDatabase, roleName, systemScope, urlOfRole } from '@duban/kernel/runtime';
import { type ThrowawayDatabase, throwawayDatabase } from '@duban/kernel/testing';
import { throwawayPasswords } from '@duban/ops/contract/database-catalogue';
import { migrateAll } from '@duban/ops/migrate';
import { passwordVariable } from '@duban/ops/role-passwords';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { repository } from './started-platform.js';

const TENANT = 990100;
const EVENTS = 20;
const folder = mkdtempSync(join(tmpdir(), 'duban-audit-'));
const passwords = throwawayPasswords();
let database: ThrowawayDatabase;

function verify(dataFolder = 'data'): { code: number | null; output: string } {
  const secrets = Object.entries(passwords).map(([role, password]) => [passwordVariable(role), password]);
  const given = { DATABASE_URL: database.adminUrl, DUBAN_DATA: join(folder, dataFolder) };
  const env = { ...process.env, NODE_OPTIONS: '', ...Object.fromEntries(secrets), ...given };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ops/dist/audit-verify.js'], {
    cwd: repository,
    env,
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

async function sql(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function writeEvents(): Promise<void> {
  const role = roleName('people', 'app');
  const url = urlOfRole(database.adminUrl, role, passwords[role] ?? '');
  const people = await openDatabase({ url, schema: 'people', poolSize: 1, log: createLog('test', 'silent') });
  const events = Array.from({ length: EVENTS }, (_, n) => ({ type: 'story.told', payload: { n } }));
  await people.transaction(systemScope(TENANT), 'write', (tx) =>
    tx.append('story:00000000-0000-7000-8000-000000000001', 0, events),
  );
  await people.close();
}

const event = `people.event WHERE tenant_id = ${TENANT}`;

describe('npm run audit:verify', () => {
  beforeAll(async () => {
    database = await throwawayDatabase();
    await migrateAll(database.adminUrl, passwords);
    await writeEvents();
    await sql(
      'CREATE TABLE public.kept AS SELECT * FROM people.event',
      'CREATE TABLE public.head AS SELECT * FROM people.event_head',
    );
  });

  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('finds chains that are whole, and says how long they are', () => {
    const { code, output } = verify();
    expect(output).toContain(`people ${TENANT}: ${EVENTS} `);
    expect(code).toBe(0);
  });

  test.each([
    [
      'an edited event',
      7,
      [`UPDATE ${event.replace(' WHERE', ` SET payload = '{"n": 70}' WHERE`)} AND position = 7`],
    ],
    ['a deleted event', 9, [`DELETE FROM ${event} AND position = 9`]],
    [
      'two swapped events',
      4,
      [
        `UPDATE people.event SET position = CASE position WHEN 4 THEN 1005 ELSE 1004 END WHERE tenant_id = ${TENANT} AND position IN (4, 5)`,
        `UPDATE people.event SET position = position - 1000 WHERE position > 1000`,
      ],
    ],
    ['a cut tail', 19, [`DELETE FROM ${event} AND position >= 19`]],
    [
      'a tail cut together with its head',
      19,
      [
        `DELETE FROM ${event} AND position >= 19`,
        `UPDATE people.event_head h SET position = 18, hash = e.hash FROM people.event e WHERE e.tenant_id = h.tenant_id AND e.position = 18`,
      ],
    ],
  ])(
    'names the first bad row after %s',
    async (_, position, tampering) => {
      await sql(...tampering);
      const { code, output } = verify();
      expect(output).toContain(`✗ people ${TENANT}: 第 ${position} 条`);
      expect(code).toBe(1);
      await sql(
        `DELETE FROM ${event}`,
        'INSERT INTO people.event SELECT * FROM public.kept',
        'DELETE FROM people.event_head',
        'INSERT INTO people.event_head SELECT * FROM public.head',
      );
      expect(verify().code).toBe(0);
    },
    60_000,
  );
});
