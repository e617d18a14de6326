import type { Viewer } from '@duban/kernel';
import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import { type Database, newId, type Transaction, viewerScope } from '@duban/kernel/runtime';
import type { Reading, ReadingLog, ReadingReads } from './reading.store.js';
import type { NewReading } from './shared-case.js';

/** Queries are read-only; what they showed is written beside them. Each reading is an event of the reader's log, too. */
export const readingLog = (database: Pick<Database, 'transaction'>): ReadingLog => ({
  async record(viewer, readings) {
    if (readings.length === 0) return;
    await database.transaction(viewerScope(viewer), 'write', (tx) => record(tx, viewer, readings));
  },
});

async function record(tx: Transaction, { role }: Viewer, readings: readonly NewReading[]): Promise<void> {
  const made = readings.map((reading) => ({ readingId: newId(), ...reading }));
  await tx.query(
    `INSERT INTO evaluation.case_reading
       (tenant_id, reading_id, owner_id, account_id, role, way, saw, asked, case_ids, read_at)
     SELECT $1, made."readingId", made."ownerId", $2, $3, made.way, made.saw, made.asked, made."caseIds", $4
     FROM jsonb_to_recordset($5::jsonb) AS made
       ("readingId" uuid, "ownerId" int, way text, saw text, asked text, "caseIds" uuid[])`,
    [tx.tenant, tx.scope.actor, role, tx.recordedAt, JSON.stringify(made)],
  );
  await tx.appendAll(
    made.map((payload) => ({
      stream: `reading:${payload.readingId}`,
      expectedVersion: 0,
      events: [{ type: 'shared_cases.read', payload: payload as never }],
    })),
  );
}

const LATEST: SortKey = { name: 'LATEST', sql: 'read_at', type: 'timestamptz', direction: 'DESC' };

export const readingReads = (tx: Transaction): ReadingReads => ({
  async page(page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'reading_id' }, nextParam: 2 });
    const rows = await tx.query<Reading & KeysetRow>(
      `SELECT reading_id AS "readingId", tenant_id AS "readerId", role, way, saw, case_ids AS "caseIds",
         read_at AS "readAt", ${keys.columns}
       FROM evaluation.case_reading WHERE owner_id = $1 AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, ...keys.params],
    );
    return keys.slice(rows);
  },
  async count() {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM evaluation.case_reading WHERE owner_id = $1',
      [tx.tenant],
    );
    return row?.count ?? 0;
  },
});
