import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type ChainVerdict, type NotedHead, verifyChain } from './audit.js';
import type { Database } from './database.js';
import { GENESIS, hashOf } from './event-log.js';
import { type EventRow, fromRow } from './event-row.js';
import { systemScope } from './scope.js';
import { openSample, prepareSamples } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

const LENGTH = 60;

let server: ThrowawayDatabase;
let database: Database;
let admin: pg.Client;
let noted: NotedHead;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  database = await openSample(server.adminUrl, 'teller', 'app');
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await database.transaction(systemScope(1), 'write', async (tx) => {
    for (let n = 0; n < LENGTH; n++)
      await tx.append(`story:${n % 7}`, Math.floor(n / 7), [
        { type: 'story.told', payload: { n, text: '事' } },
      ]);
  });
  const verdict = await verify();
  if (!verdict.ok) throw new Error(verdict.reason);
  noted = verdict;
});

afterAll(async () => {
  await database?.close();
  await admin?.end();
  await server?.close();
});

const verify = (head?: NotedHead): Promise<ChainVerdict> =>
  database.transaction(systemScope(1), 'read', (tx) => verifyChain(tx, head));

/** Tampers as somebody with every right, verifies, and puts everything back. */
async function tampered(tamper: () => Promise<unknown>, head?: NotedHead): Promise<ChainVerdict> {
  await admin.query('CREATE TEMP TABLE kept AS SELECT * FROM teller.event');
  await admin.query('CREATE TEMP TABLE kept_head AS SELECT * FROM teller.event_head');
  await tamper();
  const verdict = await verify(head);
  await admin.query('TRUNCATE teller.event, teller.event_head');
  await admin.query('INSERT INTO teller.event SELECT * FROM kept');
  await admin.query('INSERT INTO teller.event_head SELECT * FROM kept_head');
  await admin.query('DROP TABLE kept, kept_head');
  return verdict;
}

const at = (sql: string, ...params: unknown[]): Promise<unknown> => admin.query(sql, params);
const random = (below: number): number => Math.floor(Math.random() * below);

const EDITS: readonly string[] = [
  `payload = payload || '{"n": -1}'`,
  `payload = payload - 'text'`,
  `type = 'story.untold'`,
  `stream = stream || 'x'`,
  `stream_version = stream_version + 100`,
  `actor_id = '0190b6d0-0000-7000-8000-000000000000'`,
  `actor_role = 'DEPUTY'`,
  `acting_for = '0190b6d0-0000-7000-8000-000000000000'`,
  `occurred_at = occurred_at - interval '1 millisecond'`,
  `recorded_at = recorded_at + interval '1 day'`,
  `idempotency_key = 'k'`,
  `id = '0190b6d0-0000-7000-8000-000000000000'`,
  `hash = sha256(hash)`,
  `prev_hash = sha256(prev_hash)`,
];

describe('verifying the chain', () => {
  test('passes what nobody touched, also an empty log', async () => {
    expect(await verify(noted)).toEqual({ ok: true, position: LENGTH, hash: noted.hash });
    const empty = await database.transaction(systemScope(9), 'read', (tx) => verifyChain(tx));
    expect(empty).toEqual({ ok: true, position: 0, hash: GENESIS.toString('hex') });
  });

  test.each(EDITS)('names the row where %s', async (edit) => {
    for (const position of [1, 1 + random(LENGTH), LENGTH]) {
      const verdict = await tampered(() =>
        at(`UPDATE teller.event SET ${edit} WHERE position = $1`, position),
      );
      expect({ ...verdict, reason: '' }).toEqual({ ok: false, badPosition: position, reason: '' });
    }
  });

  test('names every deleted row', async () => {
    for (let tried = 0; tried < 20; tried++) {
      const position = 1 + random(LENGTH);
      const verdict = await tampered(() => at('DELETE FROM teller.event WHERE position = $1', position));
      expect(verdict).toMatchObject({ ok: false, badPosition: position });
    }
  });

  test('names the first of two swapped rows, whether the rows or their contents were swapped', async () => {
    for (let tried = 0; tried < 20; tried++) {
      const a = 1 + random(LENGTH - 1);
      const b = a + 1 + random(LENGTH - a);
      const rows = await tampered(async () => {
        await at('UPDATE teller.event SET position = 1000 WHERE position = $1', a);
        await at('UPDATE teller.event SET position = $1 WHERE position = $2', a, b);
        await at('UPDATE teller.event SET position = $1 WHERE position = 1000', b);
      });
      expect(rows).toMatchObject({ ok: false, badPosition: a });
      const contents = await tampered(() =>
        at(
          `UPDATE teller.event x SET payload = y.payload FROM teller.event y
           WHERE (x.position = $1 AND y.position = $2) OR (x.position = $2 AND y.position = $1)`,
          a,
          b,
        ),
      );
      expect(contents).toMatchObject({ ok: false, badPosition: a });
    }
  });

  test('names the first row of a cut tail, also when the head was cut with it', async () => {
    for (const from of [1, 30, LENGTH]) {
      const cut = (): Promise<unknown> => at('DELETE FROM teller.event WHERE position >= $1', from);
      expect(await tampered(cut)).toMatchObject({ ok: false, badPosition: from });
      const both = async (): Promise<void> => {
        await cut();
        await at(
          `UPDATE teller.event_head SET position = $1 - 1, hash = coalesce((SELECT hash FROM teller.event WHERE position = $1 - 1), $2)`,
          from,
          GENESIS,
        );
      };
      expect(await tampered(both)).toMatchObject({ ok: true });
      expect(await tampered(both, noted)).toMatchObject({ ok: false, badPosition: from });
    }
  });

  test('names the rewritten row when its hash was made anew, and a chain rewritten to its end by the noted head', async () => {
    const rewrite = async (from: number, to: number): Promise<void> => {
      await at(`UPDATE teller.event SET payload = '{"n": -1}' WHERE position = $1`, from);
      const { rows } = await admin.query<EventRow>('SELECT * FROM teller.event ORDER BY position');
      let previous = rows[from - 1]?.prev_hash ?? GENESIS;
      for (const row of rows.slice(from - 1, to)) {
        const hash = hashOf(previous, { ...fromRow(row), position: Number(row.position) });
        await at(
          'UPDATE teller.event SET prev_hash = $1, hash = $2 WHERE position = $3',
          previous,
          hash,
          row.position,
        );
        previous = hash;
      }
      if (to === LENGTH) await at('UPDATE teller.event_head SET hash = $1', previous);
    };
    expect(await tampered(() => rewrite(20, 20))).toMatchObject({ ok: false, badPosition: 20 });
    expect(await tampered(() => rewrite(20, LENGTH))).toMatchObject({ ok: true });
    expect(await tampered(() => rewrite(20, LENGTH), noted)).toMatchObject({
      ok: false,
      badPosition: LENGTH,
    });
  });
});
