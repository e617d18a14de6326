import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodeId } from '@duban/kernel';
import { createLog, systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copies, handedOver } from '../testing/cases-in-the-graph.js';
import { PEOPLE } from '../testing/people.js';
import { ProposalsFixture, TENANT } from '../testing/proposals.fixture.js';
import { dependencies } from '../wiring.js';
import { startTimedWork, type TimedWork } from './timed-work.relay.js';

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

const log = createLog('timed work test', 'silent');

/** Timed work that looks when it is told to. */
const worker = (): TimedWork => {
  const { database, relay } = fixture;
  const clock = () => fixture.now;
  return startTimedWork({ database, relay, deps: dependencies(clock), clock, log, everyMs: 3_600_000 });
};

async function lookOn(work: TimedWork, day: string): Promise<void> {
  fixture.at(day);
  while ((await work.look()) > 0);
}

type Told = { type: string; rule: string; level: string; occurrence: string };
const told = (stream?: string): Promise<Told[]> =>
  fixture.database.transaction(systemScope(TENANT), 'read', (tx) =>
    tx.query<Told>(
      `SELECT type, payload->>'rule' AS rule, payload->>'level' AS level, payload->>'warningId' AS occurrence
       FROM proposals.event WHERE tenant_id = $1 AND stream LIKE $2 ORDER BY position`,
      [TENANT, stream ?? 'warning:%'],
    ),
  );

const words = (events: readonly Told[]): string[] =>
  events.map(({ type, rule, level }) => `${type.slice(8)} ${rule} ${level}`);

describe('one case', () => {
  test('is warned of when its time has come, risen, told again and resolved, each once', async () => {
    const { id: proposalId, assignment: assignmentId } = await handedOver(fixture, '关于路灯的建议');
    const stream = `warning:${decodeId('proposal', proposalId)?.id}`;
    const work = worker();
    await lookOn(work, '2026-02-05');
    expect(await told(stream)).toEqual([]);
    // Handed over on 4 February: five working days are over on the 11th.
    await lookOn(work, '2026-02-12');
    expect(words(await told(stream))).toEqual(['raised not-acknowledged YELLOW']);
    await lookOn(work, '2026-02-12');
    await lookOn(work, '2026-02-13');
    expect(await told(stream)).toHaveLength(1);
    await lookOn(work, '2026-03-12');
    await fixture.does(PEOPLE.transport, 'acknowledgeAssignment', { assignmentId });
    await lookOn(work, '2026-03-12');
    await work.stop();
    expect(words(await told(stream)).sort()).toEqual([
      'escalated not-acknowledged ORANGE',
      'raised no-first-contact YELLOW',
      'raised not-acknowledged YELLOW',
      'resolved not-acknowledged ORANGE',
    ]);
  });
});

test('nothing is looked at while the service is being started: the first look is a pause away', async () => {
  await handedOver(fixture, '关于站牌的建议');
  fixture.at('2026-02-12');
  const due = () =>
    fixture.database.transaction(systemScope(TENANT), 'read', (tx) =>
      tx.query('SELECT 1 FROM proposals.timed_check WHERE tenant_id = $1 AND next_check_at <= $2', [
        TENANT,
        fixture.now,
      ]),
    );
  const before = await due();
  expect(before).not.toEqual([]);
  const work = worker();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await due()).toEqual(before);
  await lookOn(work, '2026-02-12');
  expect(await due()).toEqual([]);
  await work.stop();
});

const script = fileURLToPath(new URL('../testing/timed-work-process.js', import.meta.url));

function instance(now: string): { child: ChildProcess; looked(): number } {
  const { app, relay } = fixture.urls;
  const child = spawn(process.execPath, [script, app, relay, now], { stdio: ['ignore', 'pipe', 'inherit'] });
  let looked = 0;
  child.stdout?.on('data', (data) => {
    for (const line of String(data).trim().split('\n')) looked += Number(line);
  });
  return { child, looked: () => looked };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) ? resolve() : child.once('exit', () => resolve()),
  );

async function until(condition: () => boolean, ms = 60_000): Promise<void> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; ) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not so within ${ms} ms`);
}

test('two instances, one of them killed in the middle: every case is warned of once', async () => {
  const CASES = 300;
  const { id: proposalId } = await handedOver(fixture, '关于桥的建议');
  await copies(fixture, proposalId, CASES);
  const now = '2026-02-12T04:00:00.000Z';
  const [first, second] = [instance(now), instance(now)];
  await until(() => first.looked() > 20);
  first.child.kill('SIGKILL');
  await ended(first.child);
  await until(() => second.looked() > 20);
  second.child.kill('SIGKILL');
  await ended(second.child);
  // A restart finds what is left.
  const work = worker();
  fixture.now = now;
  while ((await work.look()) > 0);
  await work.stop();
  const late = (await told()).filter(
    ({ type, rule }) => type === 'warning.raised' && rule === 'not-acknowledged',
  );
  expect(late.length).toBeGreaterThan(CASES);
  expect(new Set(late.map(({ occurrence }) => occurrence)).size).toBe(late.length);
  const [left] = await fixture.database.transaction(systemScope(TENANT), 'read', (tx) =>
    tx.query<{ due: number }>(
      'SELECT count(*)::int AS due FROM proposals.timed_check WHERE tenant_id = $1 AND next_check_at <= $2',
      [TENANT, now],
    ),
  );
  expect(left).toEqual({ due: 0 });
});
