import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Database, openDatabase } from './database.js';
import {
  DatabaseUnavailable,
  isConnectionLost,
  StaleVersion,
  StatementTimedOut,
  UnsafeRole,
} from './errors.js';
import { newId } from './new-id.js';
import { systemScope } from './scope.js';
import { openSample, prepareSamples, quiet, sampleUrl } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

let server: ThrowawayDatabase;
let database: Database;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  database = await openSample(server.adminUrl, 'teller', 'app');
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await database?.close();
  await admin?.end();
  await server?.close();
});

const addStory = (tenant: number, title: string): Promise<unknown> =>
  database.transaction(systemScope(tenant), 'write', (tx) =>
    tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES ($1, $2, $3, 0)', [
      tenant,
      newId(),
      title,
    ]),
  );

const countStories = (tenant: number): Promise<number> =>
  database.transaction(systemScope(tenant), 'read', async (tx) => {
    const [row] = await tx.query<{ n: number }>('SELECT count(*) AS n FROM story');
    return row?.n ?? -1;
  });

describe('a transaction', () => {
  test('sees its own locality and no other', async () => {
    await addStory(1, 'one');
    await addStory(2, 'two');
    expect(await countStories(1)).toBe(1);
    expect(await countStories(3)).toBe(0);
  });

  test('cannot write for another locality', async () => {
    const write = database.transaction(systemScope(1), 'write', (tx) =>
      tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES (2, $1, $2, 0)', [newId(), 'foreign']),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  test('that reads cannot write', async () => {
    const write = database.transaction(systemScope(1), 'read', (tx) => tx.query('DELETE FROM story'));
    await expect(write).rejects.toThrow(/read-only transaction/);
  });

  test('leaves nothing when its work throws, and can no longer be used', async () => {
    let kept: unknown;
    const work = database.transaction(systemScope(5), 'write', async (tx) => {
      kept = tx;
      await tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES (5, $1, $2, 0)', [newId(), 'x']);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await countStories(5)).toBe(0);
    await expect((kept as { query(sql: string): Promise<unknown> }).query('SELECT 1')).rejects.toThrow();
  });

  test('whose failed statement was swallowed is an error, not a write lost in silence', async () => {
    const work = database.transaction(systemScope(6), 'write', async (tx) => {
      await tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES (6, $1, $2, 0)', [newId(), 'x']);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/swallowed/);
    expect(await countStories(6)).toBe(0);
  });

  test('gives bigint as number, a date as text, an instant as Date', async () => {
    const [row] = await database.transaction(systemScope(1), 'read', (tx) =>
      tx.query(
        `SELECT 9007199254740991::bigint AS big, date '2025-02-28' AS day, timestamptz '2025-01-01 00:00:00.125Z' AS at`,
      ),
    );
    expect(row).toEqual({
      big: 9007199254740991,
      day: '2025-02-28',
      at: new Date('2025-01-01T00:00:00.125Z'),
    });
  });

  test('refuses a scope that is not made of numbers', async () => {
    const wrong = { ...systemScope(1), tenant: '1; DROP' as unknown as number };
    await expect(database.transaction(wrong, 'read', async () => 1)).rejects.toThrow(/positive integer/);
    const setting = { ...systemScope(1), settings: { session_authorization: 'postgres' } };
    await expect(database.transaction(setting, 'read', async () => 1)).rejects.toThrow(/does not start/);
  });
});

describe('what goes wrong at the server', () => {
  test('a serialization failure is repeated', async () => {
    let runs = 0;
    const work = database.transaction(systemScope(1), 'write', async (tx) => {
      runs += 1;
      if (runs < 3) await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END $$`);
      return runs;
    });
    expect(await work).toBe(3);
  });

  test('conflicts without end become DatabaseUnavailable', async () => {
    let runs = 0;
    const work = database.transaction(systemScope(1), 'write', async (tx) => {
      runs += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40P01'; END $$`);
    });
    await expect(work).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(runs).toBe(6);
  });

  test('a real deadlock is survived by both sides', async () => {
    await addStory(7, 'left');
    await addStory(7, 'right');
    const visit = (first: string, second: string): Promise<unknown> =>
      database.transaction(systemScope(7), 'write', async (tx) => {
        await tx.query('UPDATE story SET told = told + 1 WHERE title = $1', [first]);
        await tx.query('SELECT pg_sleep(0.1)');
        await tx.query('UPDATE story SET told = told + 1 WHERE title = $1', [second]);
      });
    await Promise.all([visit('left', 'right'), visit('right', 'left')]);
    const rows = await database.transaction(systemScope(7), 'read', (tx) =>
      tx.query('SELECT told FROM story'),
    );
    expect(rows).toEqual([{ told: 2 }, { told: 2 }]);
  });

  test('a killed backend is repeated with a new connection', async () => {
    let runs = 0;
    const work = database.transaction(systemScope(1), 'read', async (tx) => {
      runs += 1;
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      if (runs === 1) await admin.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      await tx.query('SELECT 1');
      return runs;
    });
    expect(await work).toBe(2);
  });

  test('whoever reads on a connection that broke is told that it broke, each time', async () => {
    const told: boolean[] = [];
    let runs = 0;
    await database.transaction(systemScope(1), 'read', async (tx) => {
      runs += 1;
      if (runs > 1) return;
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await admin.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      for (let reader = 0; reader < 4; reader++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await tx.query('SELECT 1').catch((error) => told.push(isConnectionLost(error)));
      }
      throw new Error('nothing was read');
    });
    expect({ told, runs }).toEqual({ told: [true, true, true, true], runs: 2 });
  });

  test('a table that changes under a prepared statement is read anew', async () => {
    const story = () =>
      database.transaction(systemScope(8), 'read', async (tx) => {
        const [row] = await tx.query('SELECT * FROM story WHERE tenant_id = $1', [8]);
        const names = 'SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE $1';
        const [prepared] = await tx.query<{ n: number }>(names, ['%FROM story WHERE tenant_id%']);
        return { ...row, prepared: prepared?.n };
      });
    await addStory(8, 'eight');
    for (let time = 0; time < 6; time++) await story();
    expect(await story()).toMatchObject({ title: 'eight', prepared: 1 });
    await admin.query('ALTER TABLE teller.story ADD COLUMN teller text DEFAULT $$nobody$$');
    expect(await story()).toMatchObject({ title: 'eight', teller: 'nobody' });
  });

  test('a slow statement is cut off', async () => {
    const scope = { ...systemScope(1), statementTimeoutMs: 50 };
    const work = database.transaction(scope, 'read', (tx) => tx.query('SELECT pg_sleep(5)'));
    await expect(work).rejects.toBeInstanceOf(StatementTimedOut);
  });

  test('a stale version passes through as it is', async () => {
    const work = database.transaction(systemScope(1), 'write', (tx) =>
      tx.append('story:a', 3, [{ type: 'story.told', payload: {} }]),
    );
    await expect(work).rejects.toEqual(new StaleVersion('story:a', 3, 0));
  });
});

describe('opening a database', () => {
  test.each([
    ['a superuser', (url: string) => url, /superuser/],
    ['the role that owns the tables', (url: string) => sampleUrl(url, 'teller', 'migrator'), /owns teller\./],
  ])('is refused as %s', async (_name, url, message) => {
    const open = openDatabase({ url: url(server.adminUrl), schema: 'teller', log: quiet });
    await expect(open).rejects.toThrow(message);
    await expect(open).rejects.toBeInstanceOf(UnsafeRole);
  });

  test('is refused as a role that bypasses row-level security', async () => {
    await admin.query(`CREATE ROLE past_the_wall LOGIN BYPASSRLS PASSWORD 'x'`);
    const url = new URL(server.adminUrl);
    url.username = 'past_the_wall';
    url.password = 'x';
    await admin.query(`GRANT CONNECT ON DATABASE ${url.pathname.slice(1)} TO past_the_wall`);
    const open = openDatabase({ url: url.toString(), schema: 'teller', log: quiet });
    await expect(open).rejects.toThrow(/bypasses/);
    await admin.query('DROP OWNED BY past_the_wall');
    await admin.query('DROP ROLE past_the_wall');
  });

  test('waits no longer than told for a server that is not there', async () => {
    const url = 'postgres://nobody@127.0.0.1:9/duban';
    const started = Date.now();
    const open = openDatabase({ url, schema: 'teller', log: quiet, connectWithinMs: 200 });
    await expect(open).rejects.toThrow(/ECONNREFUSED/);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('answers a ping and counts statements', async () => {
    expect(await database.ping()).toBe(true);
    const before = database.counts();
    await countStories(1);
    const after = database.counts();
    expect(after.transactions - before.transactions).toBe(1);
    expect(after.statements - before.statements).toBe(3);
  });
});
