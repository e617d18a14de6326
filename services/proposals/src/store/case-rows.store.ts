import type { Transaction } from '@duban/kernel/runtime';
import { LOOK_AT_ONCE } from '../clocks/look-at-once.store.js';
import { CASE_COLUMNS } from './case-columns.store.js';
import type { CaseTable } from './case-rows.js';
import { ROW_KEYS, type RowChanges } from './projection.js';

/** In this order: a row's parent is written before it. */
const TABLES = Object.keys(CASE_COLUMNS) as CaseTable[];

/** Writes the rows of any number of cases with at most one statement for each table. */
export async function writeRows(tx: Transaction, changes: readonly RowChanges[]): Promise<void> {
  for (const table of TABLES) {
    const rows = changes.flatMap((change) => change[table].write as readonly object[]);
    // Whatever happens to a case changes its row, and makes its clocks be looked at.
    if (rows.length > 0) await writeTable(tx, table, rows, table === 'proposal' ? LOOK_AT_ONCE : '');
  }
  await removeAssignments(tx, changes);
}

/** Writes rows of one table, new or changed. */
export async function writeTable(
  tx: Transaction,
  table: CaseTable,
  rows: readonly object[],
  besides = '',
): Promise<void> {
  const types = columnTypes(table);
  const columns = Object.keys(types);
  const source = Object.entries(types).map(([column, type]) => `${column} ${type}`);
  const values = table === 'proposal' ? rows.map((row) => ({ ...row, changed_at: tx.recordedAt })) : rows;
  await tx.query(
    `${besides} INSERT INTO proposals.${table} (tenant_id, ${columns.join(', ')})
     SELECT $1::int, ${columns.map((column) => `r.${column}`).join(', ')}
     FROM jsonb_to_recordset($2::jsonb) AS r(${source.join(', ')})
     ${onConflict(table, columns)}`,
    [tx.tenant, JSON.stringify(values)],
  );
}

const columnTypes = (table: CaseTable): Record<string, string> =>
  table === 'proposal' ? { ...CASE_COLUMNS.proposal, changed_at: 'timestamptz' } : { ...CASE_COLUMNS[table] };

/** Feedback is never changed, so the role may only add it. */
function onConflict(table: CaseTable, columns: readonly string[]): string {
  if (table === 'feedback') return '';
  const keys: readonly string[] = ROW_KEYS[table];
  const changed = columns.filter((column) => !keys.includes(column));
  const sets = changed.map((column) => `${column} = excluded.${column}`).join(', ');
  return `ON CONFLICT (tenant_id, ${keys.join(', ')}) DO UPDATE SET ${sets}`;
}

/** Only an allocation that was not handed over yet can be taken back; anything else would be a mistake of ours. */
async function removeAssignments(tx: Transaction, changes: readonly RowChanges[]): Promise<void> {
  const other = TABLES.find(
    (table) => table !== 'assignment' && changes.some((c) => c[table].remove.length > 0),
  );
  if (other) throw new Error(`rows of ${other} vanished from a case`);
  const ids = changes.flatMap(({ assignment }) => assignment.remove.map(({ id }) => id));
  if (ids.length === 0) return;
  await tx.query('DELETE FROM proposals.assignment WHERE tenant_id = $1 AND id = ANY($2::uuid[])', [
    tx.tenant,
    ids,
  ]);
}
