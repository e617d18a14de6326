import type { RecordedEvent } from '@duban/kernel';
import { createLog, systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTimedWork, type TimedWork } from '../clocks/timed-work.relay.js';
import { id, UNITS } from '../testing/people.js';
import { ProposalsFixture, TENANT } from '../testing/proposals.fixture.js';
import { dependencies } from '../wiring.js';
import { hearEvaluation } from './hear-evaluation.relay.js';

// A real database on a machine that may be busy.
jest.setTimeout(120_000);

let fixture: ProposalsFixture;
let work: TimedWork;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
  const { database, relay } = fixture;
  const clock = () => fixture.now;
  const log = createLog('heard test', 'silent');
  work = startTimedWork({ database, relay, deps: dependencies(clock), clock, log, everyMs: 3_600_000 });
}, 60_000);
afterAll(async () => {
  await work?.stop();
  await fixture?.close();
});

const AT = '2026-01-04T02:00:00.000Z';
const said = (type: string, payload: object): RecordedEvent =>
  ({ type, payload, occurredAt: AT }) as unknown as RecordedEvent;

/** As the consumer has it: the relay role, one locality. */
const hear = (...events: readonly RecordedEvent[]): Promise<void> =>
  fixture.relay.transaction(systemScope(TENANT, 'RELAY'), 'write', (tx) => hearEvaluation(tx, events));

/** Codes of warnings that are open, once everything due was looked at. */
async function open(): Promise<readonly string[]> {
  while ((await work.look()) > 0);
  const rows = await fixture.database.transaction(systemScope(TENANT), 'read', (tx) =>
    tx.query<{ told: string }>(
      `SELECT code || ' ' || coalesce(unit_id::text, '-') AS told FROM proposals.warning
       WHERE tenant_id = $1 AND code IN ('W20', 'W23') AND resolved_at IS NULL ORDER BY 1`,
      [TENANT],
    ),
  );
  return rows.map(({ told }) => told);
}

const label = { zh: '一票否决', en: 'Veto' };
const veto = {
  veto: 'v',
  label,
  unitId: UNITS.transport,
  scope: 'UNIT',
  scopeId: null,
  effect: 'SCORE_ZERO',
};
const published = (runId: string, vetoes: readonly object[]) =>
  said('scores.published', { runId, sheet: 'units', year: 2025, vetoes });
const year = { year: 2025, kind: 'NPC_SUGGESTION' };
const numbers = [
  { metric: 'RECEIVED', label, numerator: 1, denominator: null, numeratorNow: 2, denominatorNow: null },
];

test('W20 stands while scores with the veto are in force, whichever publication says so', async () => {
  await hear(published(id(1), [veto]));
  expect(await open()).toEqual([`W20 ${UNITS.transport}`]);
  await hear(published(id(2), [veto]), said('scores.superseded', { runId: id(1), by: id(2) }));
  expect(await open()).toEqual([`W20 ${UNITS.transport}`]);
  await hear(published(id(3), []), said('scores.superseded', { runId: id(2), by: id(3) }));
  expect(await open()).toEqual([]);
  await hear(published(id(4), [veto]), said('scores.superseded', { runId: id(3), by: id(4) }));
  expect(await open()).toEqual([`W20 ${UNITS.transport}`]);
  await hear(said('scores.withdrawn', { runId: id(4), reason: '公示有误' }));
  expect(await open()).toEqual([]);
});

test.each(['figures.agreed', 'figures.confirmed', 'figures.unlocked'])(
  'W23 is over with %s',
  async (type) => {
    await hear(said('figures.differed', { ...year, numbers }));
    expect(await open()).toEqual(['W23 -']);
    await hear(said(type, year));
    expect(await open()).toEqual([]);
  },
);

test('what is told twice, or not understood, changes nothing', async () => {
  await hear(published(id(5), [veto]), published(id(5), [veto]));
  expect(await open()).toEqual([`W20 ${UNITS.transport}`]);
  await hear(
    published(id(5), []),
    said('scores.published', { sheet: 'units' }),
    said('scores.published', { runId: id(6), sheet: 'units', year: 2024, vetoes: [{ veto: 'v' }, 'w'] }),
    said('scores.withdrawn', {}),
    said('figures.differed', { year: '2025' }),
    said('rating.recorded', { ratingId: 1 }),
    said('somebody.sneezed', {}),
  );
  expect(await open()).toEqual([`W20 ${UNITS.transport}`]);
});
