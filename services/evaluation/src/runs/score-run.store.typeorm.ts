import { gunzipSync, gzipSync } from 'node:zlib';
import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import type { RunResult } from './run-record.js';
import type { KeptRun, ScoresPublished, ScoresWithdrawn } from './score-run.js';
import type { PlacedResult, RunFilter, RunStore } from './score-run.store.js';

type Row = Omit<KeptRun, 'asOf' | 'publishedAt' | 'withdrawnAt'> & {
  readonly asOf: Date;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
};

const COLUMNS = `run.run_id AS "runId", run.turn, run.sheet, run.sheet_serial AS "sheetSerial",
  run.sheet_version AS "sheetVersion", run.year, run.as_of AS "asOf", run.positions,
  run.input_hash AS "inputHash", run.hash, run.subjects, run.supersedes, run.reason, run.note,
  run.published_by AS "publishedBy", run.published_at AS "publishedAt", later.run_id AS "supersededBy",
  withdrawal.reason AS "withdrawnReason", withdrawal.withdrawn_at AS "withdrawnAt",
  CASE WHEN withdrawal.run_id IS NOT NULL THEN 'WITHDRAWN' WHEN later.run_id IS NOT NULL THEN 'SUPERSEDED'
    ELSE 'IN_FORCE' END AS state`;

const RUNS = `evaluation.score_run run
  LEFT JOIN evaluation.score_run later ON later.tenant_id = run.tenant_id AND later.sheet = run.sheet
    AND later.year = run.year AND later.supersedes = run.run_id
  LEFT JOIN evaluation.score_run_withdrawal withdrawal
    ON withdrawal.tenant_id = run.tenant_id AND withdrawal.run_id = run.run_id`;

const WANTED = `run.tenant_id = $1 AND ($2::text IS NULL OR run.sheet = $2) AND ($3::int IS NULL OR run.year = $3)`;
const LATEST: SortKey = { name: 'LATEST', sql: 'run.published_at', type: 'timestamptz', direction: 'DESC' };
const BY_PLACE: SortKey = { name: 'PLACE', sql: 'place', type: 'int', direction: 'ASC' };

const toKept = ({ asOf, publishedAt, withdrawnAt, ...row }: Row): KeptRun => ({
  ...row,
  asOf: asOf.toISOString(),
  publishedAt: publishedAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
});

/** Runs are added and never touched again; what they read is kept compressed beside them. */
export const runStore = (tx: Transaction): RunStore => ({
  async find({ tenant, id }) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${RUNS} WHERE run.tenant_id = $1 AND run.run_id = $2`,
      [tenant, id],
    );
    return row ? toKept(row) : null;
  },
  async of(sheet, year) {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${RUNS} WHERE ${WANTED} ORDER BY run.turn DESC`,
      [tx.tenant, sheet, year],
    );
    return rows.map(toKept);
  },
  async page({ sheet, year }: RunFilter, page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'run.run_id' }, nextParam: 4 });
    const rows = await tx.query<Row & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM ${RUNS} WHERE ${WANTED} AND ${keys.where}
       ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, sheet, year, ...keys.params],
    );
    const { items, ...around } = keys.slice(rows);
    return { ...around, items: items.map(({ cursor, row }) => ({ cursor, row: toKept(row) })) };
  },
  async count({ sheet, year }) {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM evaluation.score_run run WHERE ${WANTED}`,
      [tx.tenant, sheet, year],
    );
    return row?.count ?? 0;
  },
  async record(runId) {
    const [row] = await tx.query<{ input: Buffer }>(
      'SELECT input FROM evaluation.score_run WHERE tenant_id = $1 AND run_id = $2',
      [tx.tenant, runId],
    );
    if (!row) throw new Error(`no run ${runId}`);
    return gunzipSync(row.input).toString('utf8');
  },
  results: (runId) =>
    tx.query<RunResult>(
      `SELECT subject_id AS "subjectId", tree FROM evaluation.score_result
       WHERE tenant_id = $1 AND run_id = $2 ORDER BY subject_id COLLATE "C"`,
      [tx.tenant, runId],
    ),
  async resultPage(runId, page) {
    const keys = keyset(page, { sort: BY_PLACE, id: { sql: 'place', type: 'int' }, nextParam: 3 });
    const rows = await tx.query<RunResult & KeysetRow>(
      `SELECT subject_id AS "subjectId", tree, ${keys.columns} FROM evaluation.score_result
       WHERE tenant_id = $1 AND run_id = $2 AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, runId, ...keys.params],
    );
    return keys.slice(rows);
  },
  publish: (event, record, results) => publish(tx, event, record, results),
  withdraw: (event) => withdraw(tx, event),
});

async function publish(
  tx: Transaction,
  event: ScoresPublished,
  record: string,
  results: readonly PlacedResult[],
): Promise<void> {
  const { payload: run } = event;
  await tx.query(
    `INSERT INTO evaluation.score_run (tenant_id, run_id, turn, sheet, sheet_serial, sheet_version, year, as_of, positions,
       input, input_hash, hash, subjects, supersedes, reason, note, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tx.tenant,
      run.runId,
      run.turn,
      run.sheet,
      run.sheetSerial,
      run.sheetVersion,
      run.year,
      run.asOf,
      JSON.stringify(run.positions),
      gzipSync(record),
      run.inputHash,
      run.hash,
      run.subjects,
      run.supersedes,
      run.reason,
      run.note,
      tx.scope.actor,
      tx.recordedAt,
    ],
  );
  await tx.query(
    `INSERT INTO evaluation.score_result (tenant_id, run_id, subject_id, tree, place)
     SELECT $1, $2, result.* FROM unnest($3::text[], $4::text[], $5::int[]) AS result`,
    [
      tx.tenant,
      run.runId,
      results.map(({ subjectId }) => subjectId),
      results.map(({ tree }) => tree),
      results.map(({ place }) => place),
    ],
  );
  await appendPublication(tx, event);
}

const streamOf = (runId: string): string => `score-run:${runId}`;

async function appendPublication(tx: Transaction, event: ScoresPublished): Promise<void> {
  const { runId, supersedes } = event.payload;
  const superseded = { type: 'scores.superseded', payload: { runId: supersedes, by: runId } };
  await tx.appendAll([
    { stream: streamOf(runId), expectedVersion: 0, events: [event] },
    // Two publications at once, or a withdrawal meanwhile: the second finds the stream a step further.
    ...(supersedes === null
      ? []
      : [{ stream: streamOf(supersedes), expectedVersion: 1, events: [superseded] }]),
  ]);
}

async function withdraw(tx: Transaction, event: ScoresWithdrawn): Promise<void> {
  const { runId, reason } = event.payload;
  await tx.query(
    `INSERT INTO evaluation.score_run_withdrawal (tenant_id, run_id, reason, withdrawn_by, withdrawn_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [tx.tenant, runId, reason, tx.scope.actor, tx.recordedAt],
  );
  await tx.append(streamOf(runId), 1, [event]);
}
