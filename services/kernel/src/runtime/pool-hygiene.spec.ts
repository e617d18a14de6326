import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Database } from './database.js';
import { newId } from './new-id.js';
import { systemScope, type Transaction } from './scope.js';
import { openSample, prepareSamples } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

const TENANTS = 12;
const CALLS = 5000;

let server: ThrowawayDatabase;
let database: Database;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  database = await openSample(server.adminUrl, 'teller', 'app', 4);
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  for (let tenant = 1; tenant <= TENANTS; tenant++) {
    await database.transaction(systemScope(tenant), 'write', (tx) =>
      tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES ($1, $2, $3, 0)', [
        tenant,
        newId(),
        `of ${tenant}`,
      ]),
    );
  }
});

afterAll(async () => {
  await database?.close();
  await admin?.end();
  await server?.close();
});

type Row = { tenant_id: number };

let foreign = 0;
let reads = 0;

async function look(tx: Transaction): Promise<void> {
  const rows = await tx.query<Row>('SELECT tenant_id FROM story');
  reads += 1;
  if (rows.length !== 1 || rows[0]?.tenant_id !== tx.tenant) foreign += 1;
}

/** What a careless or unlucky transaction does between two looks. */
const ACCIDENTS: readonly ((tx: Transaction) => Promise<unknown>)[] = [
  async () => undefined,
  async () => {
    throw new Error('thrown');
  },
  (tx) => tx.query('SELECT 1 / 0'),
  async (tx) => {
    // Left running: the transaction ends without waiting for it.
    tx.query('SELECT pg_sleep(0.001)').catch(() => undefined);
    throw new Error('thrown early');
  },
  (tx) => Promise.all([look(tx), look(tx), tx.query('SELECT no_such_column FROM story')]),
];

async function oneCall(index: number): Promise<void> {
  const tenant = 1 + ((index * 7) % TENANTS);
  const slow = index % 400 === 3;
  const dies = index % 100 === 50;
  const scope = slow ? { ...systemScope(tenant), statementTimeoutMs: 20 } : systemScope(tenant);
  const mode = index % 3 === 0 ? 'write' : 'read';
  const accident = ACCIDENTS[index % 11] ?? (async () => undefined);
  let killed = false;
  const work = async (tx: Transaction): Promise<void> => {
    await look(tx);
    if (slow) await tx.query('SELECT pg_sleep(1)');
    if (dies && !killed) {
      killed = true;
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await admin.query('SELECT pg_terminate_backend($1)', [row?.pid]);
    }
    await accident(tx);
    await look(tx);
  };
  await database.transaction(scope, mode, work).catch(() => undefined);
}

test('5,000 interleaved transactions over 4 connections, many of them failing, never see another locality', async () => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < CALLS) await oneCall(next++);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  expect(reads).toBeGreaterThan(CALLS);
  expect(foreign).toBe(0);
});

test('afterwards no connection keeps a setting or an open transaction', async () => {
  const { rows } = await admin.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity WHERE usename = 'duban_teller_app' AND datname = current_database() AND state <> 'idle'`,
  );
  expect(rows).toEqual([{ open: 0 }]);
  const probe = (): Promise<{ pid: number; left: string }[]> =>
    database.transaction(systemScope(1), 'read', async (tx) => {
      // All four connections are asked at once; each ends its own transaction and looks at its session.
      await tx.query('SELECT pg_sleep(0.05)');
      await tx.query('COMMIT');
      return tx.query(`SELECT pg_backend_pid() AS pid, concat(current_setting('app.tenant', true), current_setting('app.tenants', true),
        current_setting('app.purpose', true), current_setting('app.actor', true)) AS left`);
    });
  const sessions = (await Promise.all(Array.from({ length: 4 }, probe))).flat();
  expect(new Set(sessions.map(({ pid }) => pid)).size).toBe(4);
  expect(sessions.map(({ left }) => left)).toEqual(['', '', '', '']);
});
