import { together } from '@duban/kernel';
import { newId, type Transaction } from '@duban/kernel/runtime';
import { columnName, FACT_COLUMN_NAMES, type Facts } from '../facts/fact.js';
import { type Cell, CUBES, cellsOf } from './cell.js';
import type { CellStore } from './cell.store.js';
import { CELL_COLUMNS, NUMBER_NAMES } from './cell-columns.js';
import { CHECKSUM_MODULUS } from './checksum.js';
import { MEANING } from './counter.js';

const NAMES = CELL_COLUMNS.map(({ name }) => name).join(', ');

const ADD_UP = `ON CONFLICT (tenant_id, part, cube, key) DO UPDATE SET
  checksum = (cell.checksum + excluded.checksum) % ${CHECKSUM_MODULUS},
  ${NUMBER_NAMES.map((name) => `${name} = cell.${name} + excluded.${name}`).join(', ')}`;

/**
 * Adds rows (a statement that gives them in the order of keys, so that two never wait for each other) to a
 * locality's cells, and removes those that nothing is in any more. What is written beside them stands
 * before, as in WITH; the first parameter is the locality.
 */
export async function addUp(
  tx: Transaction,
  part: 'OWN' | 'ALL',
  beside: string,
  rows: string,
  params: readonly unknown[],
): Promise<void> {
  const [added] = await tx.query<{ empty: string[] | null }>(
    `WITH ${beside},
     added AS (INSERT INTO evaluation.cell (tenant_id, part, ${NAMES}) ${rows} ${ADD_UP} RETURNING key, members)
     SELECT array_agg(key) FILTER (WHERE members = 0) AS empty FROM added`,
    [tx.tenant, ...params],
  );
  if (!added?.empty) return;
  await tx.query(
    `DELETE FROM evaluation.cell
     WHERE tenant_id = $1 AND part = $2 AND cube = ANY($3::text[]) AND key = ANY($4::text[]) AND members = 0`,
    [tx.tenant, part, CUBES, added.empty],
  );
}

export const cellStore = (tx: Transaction): CellStore => ({
  add: (changes) => add(tx, changes),
  make: async () => {
    const { meaning } = await lockHead(tx);
    if (meaning !== MEANING) await rebuild(tx);
  },
  rebuild: async () => {
    await lockHead(tx);
    await rebuild(tx);
  },
});

type Head = { readonly meaning: string; readonly position: number };

/** The row is the lock: whoever changes own cells holds it until commit. */
async function lockHead(tx: Transaction): Promise<Head> {
  const select = 'SELECT meaning, position FROM evaluation.cell_head WHERE tenant_id = $1 FOR UPDATE';
  const [known] = await tx.query<Head>(select, [tx.tenant]);
  if (known) return known;
  await tx.query(
    `INSERT INTO evaluation.cell_head (tenant_id, meaning, generation, position) VALUES ($1, '', $2, 0) ON CONFLICT DO NOTHING`,
    [tx.tenant, newId()],
  );
  const [made] = await tx.query<Head>(select, [tx.tenant]);
  if (!made) throw new Error(`the cells of locality ${tx.tenant} cannot be locked`);
  return made;
}

async function add(tx: Transaction, changes: readonly Cell[]): Promise<void> {
  if (changes.length === 0) return;
  const { meaning, position } = await lockHead(tx);
  if (meaning !== MEANING) return rebuild(tx);
  const added = addUp(
    tx,
    'OWN',
    `change AS MATERIALIZED (SELECT * FROM ${unnest(4)} AS change (${NAMES})),
     kept AS (
       INSERT INTO evaluation.cell_change (tenant_id, position, recorded_at, ${NAMES})
       SELECT $1::int, $2::bigint, $3::timestamptz, ${NAMES} FROM change),
     moved AS (UPDATE evaluation.cell_head SET position = $2, version = gen_random_uuid() WHERE tenant_id = $1)`,
    `SELECT $1::int, 'OWN', ${NAMES} FROM change ORDER BY cube, key`,
    [position + 1, tx.recordedAt, ...columnsOf(changes)],
  );
  await together([added, trim(tx, position + 1)]);
}

/** How many changes are kept where nobody stands above: whoever is about to look at them finds them whole. */
const KEPT = 200;

/** Changes that every locality above has taken over are not needed any more. */
const trim = (tx: Transaction, position: number): Promise<unknown> =>
  tx.query(
    `DELETE FROM evaluation.cell_change WHERE tenant_id = $1 AND position <= coalesce(
       (SELECT min(position) FROM evaluation.cell_cursor WHERE member_id = $1), $2)`,
    [tx.tenant, position - KEPT],
  );

async function rebuild(tx: Transaction): Promise<void> {
  const cells = cellsOf(await currentFacts(tx));
  await tx.query(`DELETE FROM evaluation.cell WHERE tenant_id = $1 AND part = 'OWN'`, [tx.tenant]);
  await tx.query('DELETE FROM evaluation.cell_change WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `INSERT INTO evaluation.cell (tenant_id, part, ${NAMES}) SELECT $1::int, 'OWN', * FROM ${unnest(2)}`,
    [tx.tenant, ...columnsOf(cells)],
  );
  await tx.query(
    'UPDATE evaluation.cell_head SET meaning = $2, generation = $3, position = 0, version = gen_random_uuid() WHERE tenant_id = $1',
    [tx.tenant, MEANING, newId()],
  );
}

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');

/** Facts of a locality (the transaction's own when left out) as they stand; of one year (null: without one) or of all. */
export async function currentFacts(
  tx: Transaction,
  year?: number | null,
  tenant = tx.tenant,
): Promise<{ readonly caseId: string; readonly facts: Facts }[]> {
  const rows = await tx.query<Facts & { caseId: string }>(
    `SELECT case_id AS "caseId", ${FACTS} FROM evaluation.case_fact
     WHERE tenant_id = $1 AND valid_to = 'infinity' AND ($2::boolean OR year IS NOT DISTINCT FROM $3::int)`,
    [tenant, year === undefined, year ?? null],
  );
  return rows.map(({ caseId, ...facts }) => ({ caseId, facts }));
}

const columnsOf = (cells: readonly Cell[]): unknown[][] => CELL_COLUMNS.map(({ of }) => cells.map(of));

/** Rows out of one array per column, from a parameter on. */
const unnest = (first: number): string =>
  `unnest(${CELL_COLUMNS.map(({ type }, index) => `$${index + first}::${type}[]`).join(', ')})`;
