import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineAccess } from '../access.js';
import { accept, refuse } from '../refusal.js';
import { query, useCase } from '../use-case.js';
import type { Database } from './database.js';
import { newId } from './new-id.js';
import { createRunner, type Runner } from './runner.js';
import { systemScope, type Transaction, viewerScope } from './scope.js';
import { openSample, prepareSamples, quiet, sampleViewer } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

type Deps = { tx: Transaction };
type Tell = { id: string; title: string; hold?: boolean; fail?: 'once' | 'late' | 'unique' };

const access = defineAccess({
  'story:tell': ['DEPUTY'],
  'story:count': ['DEPUTY'],
  'story:meddle': ['DEPUTY'],
});
const deputy = sampleViewer(1, newId());

let server: ThrowawayDatabase;
let database: Database;
let runner: Runner<Deps>;
let executed = 0;
let failures = 0;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  database = await openSample(server.adminUrl, 'teller', 'app', 8);
  runner = createRunner({ database, access, log: quiet, deps: (tx) => ({ tx }) });
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

const tellStory = useCase({
  action: 'story:tell',
  async execute({ tx }: Deps, viewer, { id, title, hold, fail }: Tell) {
    executed += 1;
    const events = await tx.load(`story:${id}`);
    if (events.length >= 3) return refuse('STORY_TOLD_OUT');
    const insert = 'INSERT INTO story (tenant_id, id, title, told) VALUES ($1, $2, $3, 1)';
    if (events.length === 0) await tx.query(insert, [viewer.tenant, id, title]);
    if (hold) await tx.query('SELECT pg_sleep(0.05)');
    if (fail === 'once' && failures++ === 0)
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END $$`);
    if (fail === 'late') return refuse('STORY_UNWELCOME', { title });
    const [event] = await tx.append(`story:${id}`, events.length, [
      { type: 'story.told', payload: { title } },
    ]);
    return accept({ version: event?.streamVersion, title, gone: undefined });
  },
});

const countStories = query({
  action: 'story:count',
  async execute({ tx }: Deps, _viewer, _input: object) {
    const [row] = await tx.query<{ n: number }>('SELECT count(*) AS n FROM story');
    return accept(row?.n ?? 0);
  },
});

const meddle = query({
  action: 'story:meddle',
  async execute({ tx }: Deps, _viewer, _input: object) {
    await tx.query('DELETE FROM story');
    return accept(true);
  },
});

const eventsOf = (id: string, tenant = 1): Promise<number> =>
  database.transaction(systemScope(tenant), 'read', async (tx) => (await tx.load(`story:${id}`)).length);

describe('the runner', () => {
  test('refuses a role that the action does not name, before anything runs', async () => {
    const before = executed;
    const outcome = await runner.run(tellStory, sampleViewer(1, newId(), 'PUBLIC'), {
      id: newId(),
      title: 'x',
    });
    expect(outcome).toEqual(refuse('ROLE_NOT_ALLOWED'));
    expect(executed).toBe(before);
  });

  test('commits an accepted command and rolls a refused one back', async () => {
    const id = newId();
    expect(await runner.run(tellStory, deputy, { id, title: 'a' })).toMatchObject({ accepted: true });
    expect(await eventsOf(id)).toBe(1);
    const refused = newId();
    const outcome = await runner.run(tellStory, deputy, { id: refused, title: 'b', fail: 'late' });
    expect(outcome).toEqual(refuse('STORY_UNWELCOME', { title: 'b' }));
    const count = await runner.run(countStories, sampleViewer(1, newId()), {});
    expect(count).toEqual(accept(1));
  });

  test('runs a query read-only, alone and inside an open transaction', async () => {
    await expect(runner.run(meddle, deputy, {})).rejects.toThrow(/read-only/);
    const joined = await database.transaction(viewerScope(deputy), 'read', async (transaction) => {
      const before = database.counts().transactions;
      await runner.run(countStories, deputy, {}, { transaction });
      return database.counts().transactions - before;
    });
    expect(joined).toBe(0);
  });

  test('does not join the transaction of somebody else', async () => {
    const other = sampleViewer(2, newId());
    const count = await database.transaction(viewerScope(deputy), 'read', (transaction) =>
      runner.run(countStories, other, {}, { transaction }),
    );
    expect(count).toEqual(accept(0));
  });

  test('lets the use case decide again when somebody was faster', async () => {
    const id = newId();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        runner.run(tellStory, sampleViewer(3, newId()), { id, title: `t${n}`, hold: true }),
      ),
    );
    const accepted = all.filter((outcome) => outcome.accepted);
    expect(accepted).toHaveLength(3);
    expect(await eventsOf(id, 3)).toBe(3);
    const codes = new Set(all.flatMap((outcome) => (outcome.accepted ? [] : [outcome.code])));
    expect([...codes].every((code) => ['STORY_TOLD_OUT', 'STALE_VERSION'].includes(code))).toBe(true);
  });
});

describe('an idempotency key', () => {
  test('gives the same answer again without a second effect', async () => {
    const id = newId();
    const options = { idempotencyKey: 'k1' };
    const first = await runner.run(tellStory, deputy, { id, title: 'c' }, options);
    const before = executed;
    const second = await runner.run(tellStory, deputy, { id, title: 'c' }, options);
    expect(second).toEqual(first);
    expect(first).toEqual(accept({ version: 1, title: 'c' }));
    expect(executed).toBe(before);
    expect(await eventsOf(id)).toBe(1);
  });

  test('of another input or action is refused', async () => {
    const options = { idempotencyKey: 'k1' };
    expect(await runner.run(tellStory, deputy, { id: newId(), title: 'c' }, options)).toEqual(
      refuse('IDEMPOTENCY_KEY_REUSED'),
    );
  });

  test('belongs to one account in one locality', async () => {
    const input = { id: newId(), title: 'd' };
    const options = { idempotencyKey: 'k1' };
    for (const viewer of [sampleViewer(4, deputy.accountId), sampleViewer(4, newId())]) {
      expect(
        await runner.run(tellStory, viewer, { ...input, id: newId(), title: viewer.accountId }, options),
      ).toMatchObject({ accepted: true });
    }
  });

  test('is free again after a refusal', async () => {
    const id = newId();
    const options = { idempotencyKey: 'k2' };
    expect((await runner.run(tellStory, deputy, { id, title: 'e', fail: 'late' }, options)).accepted).toBe(
      false,
    );
    expect((await runner.run(tellStory, deputy, { id, title: 'e' }, options)).accepted).toBe(true);
  });

  test('used many times at once has one effect and one answer', async () => {
    const id = newId();
    const before = executed;
    const options = { idempotencyKey: 'k3' };
    const run = (): Promise<unknown> =>
      runner.run(tellStory, deputy, { id, title: 'f', hold: true }, options);
    const answers = await Promise.all(Array.from({ length: 12 }, run));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(accept({ title: 'f', version: 1 }))]),
    );
    expect(executed).toBe(before + 1);
    expect(await eventsOf(id)).toBe(1);
  });

  test('survives a serialization failure with one effect', async () => {
    const id = newId();
    failures = 0;
    const options = { idempotencyKey: 'k4' };
    const outcome = await runner.run(tellStory, deputy, { id, title: 'g', fail: 'once' }, options);
    expect(outcome).toEqual(accept({ version: 1, title: 'g' }));
    expect(failures).toBe(2);
    expect(await runner.run(tellStory, deputy, { id, title: 'g', fail: 'once' }, options)).toEqual(outcome);
    expect(await eventsOf(id)).toBe(1);
  });

  test.each([
    ['empty', '', 'TEXT_EMPTY'],
    ['too long', 'x'.repeat(101), 'TEXT_TOO_LONG'],
    ['with a NUL', 'a\0b', 'TEXT_INVALID'],
  ])('%s is refused', async (_name, idempotencyKey, code) => {
    const outcome = await runner.run(tellStory, deputy, { id: newId(), title: 'h' }, { idempotencyKey });
    expect(outcome).toMatchObject({ accepted: false, code });
  });
});
