import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '../event.js';
import type { Database } from './database.js';
import { newId } from './new-id.js';
import { systemScope, viewerScope } from './scope.js';
import { openSample, prepareSamples, sampleViewer } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

let server: ThrowawayDatabase;
let database: Database;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  database = await openSample(server.adminUrl, 'teller', 'app', 8);
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

const tell = (tenant: number, stream: string, version: number, count = 1): Promise<RecordedEvent[]> =>
  database.transaction(systemScope(tenant), 'write', (tx) =>
    tx.append(
      stream,
      version,
      Array.from({ length: count }, (_, index) => ({ type: 'story.told', payload: { index } })),
    ),
  );

const loadAll = (tenant: number, stream: string): Promise<RecordedEvent[]> =>
  database.transaction(systemScope(tenant), 'read', (tx) => tx.load(stream));

describe('the log', () => {
  test('gives back what was appended, with who, when and why', async () => {
    const actor = newId();
    const viewer = sampleViewer(10, actor);
    const scope = { ...viewerScope(viewer), actingFor: newId(), idempotencyKey: 'key 1' };
    const payload = { title: '关于增设公交站的建议', n: 3, none: null, list: [{ b: 1, a: '\u2028"\\' }] };
    const occurredAt = '2024-03-05T06:07:08.009Z';
    const [written] = await database.transaction(scope, 'write', (tx) =>
      tx.append('story:a', 0, [{ type: 'story.told', payload: { ...payload, gone: undefined }, occurredAt }]),
    );
    const [read] = await loadAll(10, 'story:a');
    expect(read).toEqual(written);
    expect(read).toMatchObject({
      tenant: 10,
      position: 1,
      streamVersion: 1,
      payload,
      actorId: actor,
      actorRole: 'DEPUTY',
      actingFor: scope.actingFor,
      occurredAt,
      idempotencyKey: 'key 1',
    });
    expect(await loadAll(11, 'story:a')).toEqual([]);
  });

  test('refuses a stale version, also within one transaction', async () => {
    await tell(12, 'story:a', 0, 2);
    await expect(tell(12, 'story:a', 1)).rejects.toMatchObject({ name: 'StaleVersion', current: 2 });
    const twice = database.transaction(systemScope(12), 'write', async (tx) => {
      await tx.append('story:b', 0, [{ type: 'story.told', payload: {} }]);
      await tx.append('story:b', 0, [{ type: 'story.told', payload: {} }]);
    });
    await expect(twice).rejects.toMatchObject({ name: 'StaleVersion', current: 1 });
    expect(await loadAll(12, 'story:b')).toEqual([]);
  });

  test('of two writers at the same version exactly one wins', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, pair) => [tell(13, `story:${pair >> 1}`, 0)]).flat(),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
    expect(new Set(failed)).toEqual(new Set(['StaleVersion']));
  });

  test('numbers positions without gaps although transactions fail, and its time never goes back', async () => {
    const write = (index: number): Promise<unknown> =>
      database
        .transaction(systemScope(14), 'write', async (tx) => {
          await tx.query('SELECT pg_sleep($1)', [(index % 5) / 1000]);
          await tx.append(`story:${index}`, 0, [{ type: 'story.told', payload: {} }]);
          if (index % 4 === 0) throw new Error('changed my mind');
        })
        .catch(() => undefined);
    await Promise.all(Array.from({ length: 100 }, (_, index) => write(index)));
    const rows = await database.transaction(systemScope(14), 'read', (tx) =>
      tx.query<{ position: number; recorded_at: Date }>(
        'SELECT position, recorded_at FROM event ORDER BY position',
      ),
    );
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 75 }, (_, index) => index + 1));
    const times = rows.map(({ recorded_at }) => recorded_at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('cannot be updated, deleted or emptied by the app role', async () => {
    await tell(15, 'story:a', 0);
    for (const sql of [
      `UPDATE event SET type = 'x'`,
      'DELETE FROM event',
      'TRUNCATE event',
      'DELETE FROM event_head',
    ]) {
      const work = database.transaction(systemScope(15), 'write', (tx) => tx.query(sql));
      await expect(work).rejects.toThrow(/permission denied/);
    }
  });

  test('takes several streams at once, in their order, or none when one is stale', async () => {
    const events = [{ type: 'story.told', payload: {} }];
    const append = (streams: [string, number][]): Promise<RecordedEvent[]> =>
      database.transaction(systemScope(17), 'write', (tx) =>
        tx.appendAll(streams.map(([stream, expectedVersion]) => ({ stream, expectedVersion, events }))),
      );
    const written = await append([
      ['story:a', 0],
      ['story:b', 0],
      ['story:a', 1],
    ]);
    expect(written.map(({ position, stream, streamVersion }) => [position, stream, streamVersion])).toEqual([
      [1, 'story:a', 1],
      [2, 'story:b', 1],
      [3, 'story:a', 2],
    ]);
    const stale = append([
      ['story:c', 0],
      ['story:b', 0],
    ]);
    await expect(stale).rejects.toMatchObject({ name: 'StaleVersion', stream: 'story:b' });
    expect(await loadAll(17, 'story:c')).toEqual([]);
  });

  test('takes ten thousand events in one transaction', async () => {
    const started = Date.now();
    await database.transaction(systemScope(16), 'write', async (tx) => {
      for (let stream = 0; stream < 2500; stream++) {
        const events = [1, 2, 3, 4].map((index) => ({ type: 'story.told', payload: { index } }));
        await tx.append(`story:${stream}`, 0, events);
      }
    });
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});
