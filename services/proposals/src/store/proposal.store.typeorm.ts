import type { Transaction } from '@duban/kernel/runtime';
import { EVENT_COLUMNS, type EventRow, fromRow } from '@duban/kernel/runtime';
import type { CaseEvent, RecordedCaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import { tallyRegister, tallyUncounted } from '../tracking/register-tally.store.js';
import { writeRows } from './case-rows.store.js';
import { advanceSeries } from './number-series.store.js';
import { rowChanges } from './projection.js';
import type { CaseChange, CaseFile, CaseStore } from './proposal.store.js';

/** The cases of one transaction's locality. */
export function caseStore(tx: Transaction): CaseStore {
  const find = async (proposalId: string): Promise<CaseFile | null> =>
    (await findMany(tx, [proposalId])).get(proposalId) ?? null;
  const findBy = (
    table: 'assignment' | 'reply' | 'tracking_entry' | 'work_record' | 'duty',
    id: string,
  ): Promise<CaseFile | null> => findBehind(tx, `proposals.${table} WHERE tenant_id = $1 AND id = $2`, id);
  return {
    blank: (proposalId) => ({ proposalId, state: EMPTY_CASE }),
    find,
    findByAssignment: (id) => findBy('assignment', id),
    findByReply: (id) => findBy('reply', id),
    findByCommitment: (id) =>
      findBehind(
        tx,
        'proposals.reply WHERE tenant_id = $1 AND commitments @> $2::jsonb',
        JSON.stringify([{ commitmentId: id }]),
      ),
    openEntriesBefore: (year, limit) => openEntriesBefore(tx, year, limit),
    findByEntry: (id) => findBy('tracking_entry', id),
    findByDuty: (id) => findBy('duty', id),
    findByRecord: (id) => findBy('work_record', id),
    findMany: (ids) => findMany(tx, ids),
    eventsOf: (ids) => eventsOf(tx, ids),
    append: (changes) => append(tx, changes),
    tallyUncounted: () => tallyUncounted(tx),
  };
}

async function openEntriesBefore(tx: Transaction, year: number, limit: number) {
  const rows = await tx.query<{ proposalId: string; entryId: string; total: number }>(
    `SELECT proposal_id AS "proposalId", id AS "entryId", count(*) OVER ()::int AS total
     FROM proposals.tracking_entry WHERE tenant_id = $1 AND ended_at IS NULL AND year < $2
     ORDER BY registered_at, id LIMIT $3`,
    [tx.tenant, year, limit],
  );
  return { entries: rows, total: rows[0]?.total ?? 0 };
}

const streamOf = (proposalId: string): string => `proposal:${proposalId}`;
const proposalOf = (stream: string): string => stream.slice('proposal:'.length);

async function findMany(
  tx: Transaction,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFile>> {
  const events = await eventsOf(tx, proposalIds);
  return new Map([...events].map(([proposalId, list]) => [proposalId, { proposalId, state: fold(list) }]));
}

/** The case that a row belongs to, with one statement: this is what most commands begin with. */
async function findBehind(tx: Transaction, row: string, value: string): Promise<CaseFile | null> {
  const rows = await tx.query<EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM proposals.event
     WHERE tenant_id = $1 AND stream = (SELECT 'proposal:' || proposal_id FROM ${row} LIMIT 1)
     ORDER BY stream_version`,
    [tx.tenant, value],
  );
  const events = rows.map((event) => fromRow(event) as RecordedCaseEvent);
  const [first] = events;
  return first ? { proposalId: proposalOf(first.stream), state: fold(events) } : null;
}

async function eventsOf(
  tx: Transaction,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedCaseEvent[]>> {
  const rows = await tx.query<EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM proposals.event WHERE tenant_id = $1 AND stream = ANY($2::text[])
     ORDER BY stream, stream_version`,
    [tx.tenant, proposalIds.map(streamOf)],
  );
  const events = rows.map((row) => fromRow(row) as RecordedCaseEvent);
  return Map.groupBy(events, ({ stream }) => proposalOf(stream));
}

async function append(tx: Transaction, changes: readonly CaseChange[]): Promise<readonly CaseFile[]> {
  const after = changes.map(({ file, events }): CaseFile => {
    const state = fold(events as readonly CaseEvent[], file.state);
    return { proposalId: file.proposalId, state };
  });
  const rows = changes.map(({ file }, at) => rowChanges(file.state, (after[at] as CaseFile).state));
  await advanceSeries(
    tx,
    changes.flatMap(({ events }) => events),
  );
  await writeRows(tx, rows);
  // The log last: it is locked from the first append to the commit.
  await tx.appendAll(
    changes.map(({ file: { proposalId, state }, events }) => ({
      stream: streamOf(proposalId),
      expectedVersion: state.version,
      events,
    })),
  );
  const registered = after.filter((_, at) => (rows[at]?.tracking_entry.write.length ?? 0) > 0);
  const terms = registered.flatMap(({ state }) => state.docketing?.term ?? []);
  await tallyRegister(tx, [...new Set(terms)]);
  return after;
}
