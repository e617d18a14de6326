import { type EventRow, fromRow, type Transaction } from '@duban/kernel/runtime';
import { caseOfStream, readCaseEvent, streamOfCase } from './case-event.js';
import { columnName, FACT_COLUMN_NAMES, type Facts } from './fact.js';
import type { CaseHistory, FactStore, StoredAssignmentVersion, StoredVersion } from './fact.store.js';
import { FOREVER } from './fact-versions.js';
import type { Changes } from './version-changes.js';

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');
const VERSION = `case_id AS "caseId", valid_from AS "validFrom", valid_to AS "validTo"`;
const ASSIGNMENT = `assignment_id AS "assignmentId", unit_id AS "unitId", role, round, latest`;

type Row = Readonly<Record<string, unknown>>;

/** Reads the proposals service's log as its relay may, and writes this service's facts. */
export function factStore(tx: Transaction): FactStore {
  return {
    foldedTo: async (caseIds) => {
      const rows = await tx.query<{ id: string; position: number }>(
        'SELECT case_id AS id, position FROM evaluation.folded_case WHERE tenant_id = $1 AND case_id = ANY($2::uuid[])',
        [tx.tenant, caseIds],
      );
      return new Map(rows.map(({ id, position }) => [id, position]));
    },
    histories: (caseIds) => histories(tx, caseIds),
    versions: async (caseIds) => (await stored(tx, 'case_fact', VERSION, caseIds)).map(toVersion),
    assignmentVersions: async (caseIds) =>
      (await stored(tx, 'assignment_fact', `${VERSION}, ${ASSIGNMENT}`, caseIds)).map(toAssignmentVersion),
    change: async (cases, assignments) => {
      await apply(tx, 'case_fact', cases, () => ({}));
      await apply(tx, 'assignment_fact', assignments, ({ assignmentId, unitId, role, round, latest }) => ({
        assignment_id: assignmentId,
        unit_id: unitId,
        role,
        round,
        latest,
      }));
    },
    noteFolded: async (cases) => {
      await tx.query(
        `INSERT INTO evaluation.folded_case (tenant_id, case_id, position)
         SELECT $1, * FROM unnest($2::uuid[], $3::bigint[])
         ON CONFLICT (tenant_id, case_id) DO UPDATE SET position = excluded.position`,
        [tx.tenant, cases.map(({ caseId }) => caseId), cases.map(({ position }) => position)],
      );
    },
  };
}

/** By the log's own index over streams: a few rows per case, in one statement. */
async function histories(tx: Transaction, caseIds: readonly string[]): Promise<CaseHistory[]> {
  const rows = await tx.query<EventRow>(
    'SELECT * FROM proposals.event WHERE tenant_id = $1 AND stream = ANY($2::text[]) ORDER BY position',
    [tx.tenant, caseIds.map(streamOfCase)],
  );
  const byCase = Map.groupBy(rows.map(fromRow), ({ stream }) => caseOfStream(stream) ?? '');
  return [...byCase].map(([caseId, events]) => ({
    caseId,
    events: events.map(readCaseEvent),
    position: events.at(-1)?.position ?? 0,
  }));
}

async function stored(
  tx: Transaction,
  table: string,
  columns: string,
  caseIds: readonly string[],
): Promise<Row[]> {
  return tx.query<Row>(
    `SELECT ${columns}, ${FACTS} FROM evaluation.${table} WHERE tenant_id = $1 AND case_id = ANY($2::uuid[])`,
    [tx.tenant, caseIds],
  );
}

function toVersion(row: Row): StoredVersion {
  const facts = Object.fromEntries(FACT_COLUMN_NAMES.map((column) => [column, row[column]])) as Facts;
  const { caseId, validFrom, validTo } = row;
  return {
    caseId: caseId as string,
    validFrom: instantText(validFrom),
    validTo: instantText(validTo),
    facts,
  };
}

const toAssignmentVersion = (row: Row): StoredAssignmentVersion => ({
  ...toVersion(row),
  assignmentId: row.assignmentId as string,
  unitId: row.unitId as string,
  role: row.role as string,
  round: row.round as number,
  latest: row.latest as boolean,
});

/** The driver gives an instant as Date, and infinity as a number. */
const instantText = (value: unknown): string => (value instanceof Date ? value.toISOString() : FOREVER);

/** Removes, then writes: one statement each. A changed version is removed and written anew. */
async function apply<Of extends StoredVersion>(
  tx: Transaction,
  table: string,
  { removed, written }: Changes<Of>,
  more: (version: Of) => Row,
): Promise<void> {
  const row = (version: Of): Row => ({
    tenant_id: tx.tenant,
    case_id: version.caseId,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    ...more(version),
  });
  if (removed.length > 0)
    await tx.query(removal(table, Object.keys(more(removed[0] as Of))), [JSON.stringify(removed.map(row))]);
  if (written.length === 0) return;
  const rows = written.map((version) => ({ ...row(version), ...columnsOf(version.facts) }));
  await tx.query(
    `INSERT INTO evaluation.${table} SELECT * FROM jsonb_populate_recordset(NULL::evaluation.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

const removal = (table: string, more: readonly string[]): string => {
  const key = ['tenant_id', 'case_id', ...more.filter((name) => name === 'assignment_id'), 'valid_from'].join(
    ', ',
  );
  return `DELETE FROM evaluation.${table} WHERE (${key}) IN
    (SELECT ${key} FROM jsonb_populate_recordset(NULL::evaluation.${table}, $1::jsonb))`;
};

const columnsOf = (facts: Facts): Row =>
  Object.fromEntries(FACT_COLUMN_NAMES.map((column) => [columnName(column), facts[column]]));
