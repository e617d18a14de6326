import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Consumer, startConsumer } from './consumer.js';
import type { Database } from './database.js';
import { createLog } from './log.js';
import { systemScope } from './scope.js';
import { hear } from './testing/sample-fold.js';
import { openSample, prepareSamples, quiet } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

const TENANTS = 8;
const WRITERS = 16;
const PER_WRITER = 260;

let server: ThrowawayDatabase;
let writing: Database;
let reading: Database;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  writing = await openSample(server.adminUrl, 'teller', 'app', WRITERS);
  reading = await openSample(server.adminUrl, 'reader', 'relay', 8);
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
});

// A failed expectation must not leave a reader polling a database that is gone.
const readers: Consumer[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
});

afterAll(async () => {
  await writing?.close();
  await reading?.close();
  await admin?.end();
  await server?.close();
});

const tell = (tenant: number, stream: string, payload: object = {}): Promise<void> =>
  writing.transaction(systemScope(tenant), 'write', async (tx) => {
    await tx.query('SELECT pg_sleep($1)', [Math.random() * 0.004]);
    const version = (await tx.load(stream)).length;
    await tx.append(stream, version, [{ type: 'story.told', payload }]);
    await tx.query('SELECT pg_sleep($1)', [Math.random() * 0.002]);
  });

const one = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>> =>
  (await admin.query(sql, params)).rows[0] as Record<string, unknown>;

function startReader(log = quiet, apply = hear): Consumer {
  const reader = startConsumer({
    database: reading,
    source: 'teller',
    consumer: 'reader',
    apply,
    log,
    pollMs: 20,
  });
  readers.push(reader);
  return reader;
}

async function until(condition: () => Promise<boolean>, ms: number): Promise<void> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`not so within ${ms} ms`);
}

/** A consumer process, and how many events it says it has applied. */
function spawnReader(): { child: ChildProcess; applied(): number } {
  const script = fileURLToPath(new URL('./testing/consumer-process.js', import.meta.url));
  const child = spawn(process.execPath, [script, server.adminUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  let applied = 0;
  child.stdout?.on('data', (data) => {
    for (const line of String(data).trim().split('\n')) applied += Number(line);
  });
  return { child, applied: () => applied };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) ? resolve() : child.once('exit', () => resolve()),
  );

test('16 writers, 2 consumers, one of them killed: nothing lost, nothing doubled, order kept', async () => {
  const [first, second] = [spawnReader(), spawnReader()];
  const writer = async (index: number): Promise<void> => {
    // Each writer has streams of its own, so that versions never clash; localities are shared.
    for (let n = 0; n < PER_WRITER; n++) await tell(1 + ((index + n) % TENANTS), `story:${index}-${n % 5}`);
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index)));
  await until(async () => first.applied() > 300, 30_000);
  first.child.kill('SIGKILL');
  await Promise.all([writers, ended(first.child)]);
  const watch = startReader();
  await until(watch.caughtUp, 20_000);
  await watch.stop();
  second.child.kill('SIGTERM');
  await ended(second.child);

  const told = WRITERS * PER_WRITER;
  expect(told).toBeGreaterThanOrEqual(4000);
  expect(second.applied()).toBeGreaterThan(0);
  const log =
    await one(`SELECT count(*)::int AS events, (SELECT sum(position)::int FROM teller.event_head) AS heads,
    (SELECT count(*)::int FROM (SELECT position - lag(position, 1, 0::bigint) OVER (PARTITION BY tenant_id ORDER BY position) AS step FROM teller.event) s WHERE step <> 1) AS gaps
    FROM teller.event`);
  expect(log).toEqual({ events: told, heads: told, gaps: 0 });
  const fold = await one(
    'SELECT sum(times)::int AS times, sum(version)::int AS versions, sum(disorder)::int AS disorder FROM reader.heard',
  );
  expect(fold).toEqual({ times: told, versions: told, disorder: 0 });
  const cursors = await one(
    `SELECT sum(position)::int AS applied, count(parked_at)::int AS parked FROM reader.consumer_cursor`,
  );
  expect(cursors).toEqual({ applied: told, parked: 0 });
});

describe('an event that cannot be applied', () => {
  test('parks its locality with what came before it applied, and delays no other', async () => {
    const lines: string[] = [];
    const log = createLog('test', 'error', { write: (line: string) => void lines.push(line) });
    const reader = startReader(log);
    for (let n = 0; n < 20; n++) await tell(101, 'story:sick', n === 12 ? { poison: true } : {});
    const delays: number[] = [];
    for (let n = 0; n < 40; n++) {
      const started = Date.now();
      await tell(102, 'story:well');
      await until(async () => (await reader.lag([102])).events === 0, 5000);
      delays.push(Date.now() - started);
    }
    expect(Math.max(...delays)).toBeLessThan(2000);
    await until(async () => (await reader.lag([101])).parked === 1, 10_000);
    expect(await reader.lag()).toEqual({ events: 8, localities: 1, parked: 1 });
    expect(await reader.caughtUp()).toBe(false);
    await reader.stop();
    const sick = await one(
      'SELECT position::int, attempts, error_id FROM reader.consumer_cursor WHERE tenant_id = 101',
    );
    expect(sick).toMatchObject({ position: 12, attempts: 4 });
    const parked = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'event is parked');
    expect(parked).toHaveLength(1);
    expect(parked[0]).toMatchObject({ tenant: 101, position: 13, errorId: sick.error_id });
    expect(parked[0].err.message).toBe('cannot swallow this');
  });

  test('is applied with everything after it once it can be', async () => {
    await admin.query(`UPDATE reader.consumer_cursor SET retry_at = now() WHERE tenant_id = 101`);
    const mended = startReader(quiet, (tx, tenant, events) =>
      hear(
        tx,
        tenant,
        events.map((event) => ({ ...event, payload: {} })),
      ),
    );
    await until(mended.caughtUp, 10_000);
    await mended.stop();
    expect(await one('SELECT times FROM reader.heard WHERE tenant_id = 101')).toEqual({ times: 20 });
  });
});

test('what is recorded in quick succession is applied together, after a pause', async () => {
  const applied: { at: number; events: number }[] = [];
  const reader = startConsumer({
    database: reading,
    source: 'teller',
    consumer: 'reader',
    log: quiet,
    pollMs: 20,
    gatherMs: 300,
    apply: async (_tx, tenant, events) => {
      if (tenant === 104) applied.push({ at: performance.now(), events: events.length });
    },
  });
  readers.push(reader);
  let moved = 0;
  reader.onMoved(() => (moved += 1));
  for (let n = 0; n < 30; n++) await tell(104, 'story:quick');
  await until(async () => (await reader.lag([104])).events === 0, 30_000);
  await reader.stop();
  expect(applied.reduce((sum, { events }) => sum + events, 0)).toBe(30);
  const pauses = applied.slice(1).map(({ at }, index) => at - (applied[index]?.at ?? 0));
  expect(Math.min(Infinity, ...pauses)).toBeGreaterThan(290);
  expect(moved).toBeGreaterThanOrEqual(applied.length);
});

test('the more came at once the longer the pause', async () => {
  for (let n = 0; n < 40; n++) await tell(105, 'story:crowded');
  const applied: { at: number; events: number }[] = [];
  const reader = startConsumer({
    database: reading,
    source: 'teller',
    consumer: 'reader',
    log: quiet,
    pollMs: 20,
    gatherMs: 60,
    gatherMostMs: 5_000,
    apply: async (_tx, tenant, events) => {
      if (tenant === 105) applied.push({ at: performance.now(), events: events.length });
    },
  });
  readers.push(reader);
  await until(async () => applied.length === 1, 30_000);
  await tell(105, 'story:crowded');
  await until(async () => applied.length === 2, 30_000);
  await reader.stop();
  expect(applied.map(({ events }) => events)).toEqual([40, 1]);
  expect((applied[1]?.at ?? 0) - (applied[0]?.at ?? 0)).toBeGreaterThan(290);
});

test('a gap in the log is never stepped over', async () => {
  for (let n = 0; n < 5; n++) await tell(103, 'story:torn');
  await admin.query('DELETE FROM teller.event WHERE tenant_id = 103 AND position = 3');
  const reader = startReader();
  await until(async () => (await reader.lag([103])).parked === 1, 10_000);
  await reader.stop();
  expect(await one('SELECT position::int FROM reader.consumer_cursor WHERE tenant_id = 103')).toEqual({
    position: 2,
  });
});

test('a relay sees the log of one locality at a time, and only as a relay', async () => {
  const count = (purpose: 'RELAY' | 'CASE', tenant: number): Promise<Record<string, unknown>[]> =>
    reading.transaction({ ...systemScope(tenant), purpose }, 'read', (tx) =>
      tx.query('SELECT DISTINCT tenant_id FROM teller.event'),
    );
  expect(await count('RELAY', 102)).toEqual([{ tenant_id: 102 }]);
  expect(await count('CASE', 102)).toEqual([]);
  const write = reading.transaction({ ...systemScope(102), purpose: 'RELAY' }, 'write', (tx) =>
    tx.query('DELETE FROM teller.event'),
  );
  await expect(write).rejects.toThrow(/permission denied/);
});
