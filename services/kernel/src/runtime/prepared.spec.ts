import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Database, openDatabase } from './database.js';
import { newId } from './new-id.js';
import { systemScope, type Transaction } from './scope.js';
import { prepareSamples, quiet, sampleUrl } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

let server: ThrowawayDatabase;
let database: Database;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  const url = sampleUrl(server.adminUrl, 'teller', 'app');
  database = await openDatabase({ url, schema: 'teller', poolSize: 1, log: quiet });
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  for (const tenant of [1, 2])
    await database.transaction(systemScope(tenant), 'write', (tx) =>
      tx.query('INSERT INTO story (tenant_id, id, title, told) VALUES ($1, $2, $3, 0)', [
        tenant,
        newId(),
        `of ${tenant}`,
      ]),
    );
});

afterAll(async () => {
  await database?.close();
  await admin?.end();
  await server?.close();
});

const STORIES = 'SELECT * FROM teller.story WHERE told >= $1';
const titles = async (tx: Transaction): Promise<unknown[]> =>
  (await tx.query<{ title: string }>(STORIES, [0])).map(({ title }) => title);
const titlesOf = (tenant: number): Promise<unknown[]> =>
  database.transaction(systemScope(tenant), 'read', titles);

test('a statement is prepared once, and each scope sees its own rows through the one plan', async () => {
  for (let n = 0; n < 20; n++)
    for (const tenant of [1, 2]) expect(await titlesOf(tenant)).toEqual([`of ${tenant}`]);
  const known = await database.transaction(systemScope(1), 'read', (tx) =>
    tx.query<{ generic: number }>(
      'SELECT generic_plans AS generic FROM pg_prepared_statements WHERE statement = $1',
      [STORIES],
    ),
  );
  expect(known).toHaveLength(1);
  expect(known[0]?.generic).toBeGreaterThan(0);
});

test('a table that is changed meanwhile costs a new connection and no answer', async () => {
  expect(await titlesOf(1)).toEqual(['of 1']);
  await admin.query('ALTER TABLE teller.story ADD COLUMN moral text');
  expect(await titlesOf(1)).toEqual(['of 1']);
  const before = database.counts().retries;
  expect(before).toBeGreaterThan(0);
  expect(await titlesOf(2)).toEqual(['of 2']);
  expect(database.counts().retries).toBe(before);
});

test('a statement that the server has forgotten is prepared anew', async () => {
  expect(await titlesOf(1)).toEqual(['of 1']);
  await database.transaction(systemScope(1), 'write', (tx) => tx.query('DEALLOCATE ALL'));
  expect(await titlesOf(1)).toEqual(['of 1']);
});

test('a look is one read of its own scope, and writes nothing', async () => {
  expect(await database.look(systemScope(2), 'SELECT title FROM teller.story')).toEqual([{ title: 'of 2' }]);
  const writing = database.look(systemScope(2), 'UPDATE teller.story SET told = told + 1');
  await expect(writing).rejects.toThrow(/read-only/);
  expect(
    await database.look(systemScope(1), 'SELECT told FROM teller.story WHERE tenant_id = $1', [1]),
  ).toEqual([{ told: 0 }]);
});
