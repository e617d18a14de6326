import type { Transaction } from '@duban/kernel/runtime';
import { type Cell, cellsOf, firstDifference, summed } from './cell.js';
import { currentFacts } from './cell.store.typeorm.js';
import { CELL_COLUMNS, cellOfRow } from './cell-columns.js';
import { MEANING } from './counter.js';
import { addedUp, ownCells, pendingChanges } from './view.store.typeorm.js';

/** Which of a locality's cells: of one year (null: of cases without one), of some keys; everything when both are left out. */
export type Slice = { readonly year?: number | null; readonly keys?: readonly string[] };

/** What a check of one locality's cells came to. */
export type CellCheck = {
  readonly cells: number;
  readonly members: number;
  readonly stored: readonly Cell[];
  readonly recounted: readonly Cell[];
  /** The first cell that is not what a recount gives; null when all are. */
  readonly wrong: ReturnType<typeof firstDifference>;
};

const NAMES = CELL_COLUMNS.map(({ name }) => name).join(', ');

/** A condition on rows of cells; its parameters are `given`, from the one that is named on. */
export const inSlice = (first: number): string =>
  `cube IN ('PLAIN', 'CATEGORY') AND ($${first}::boolean OR year IS NOT DISTINCT FROM $${first + 1}::int)
   AND ($${first + 2}::text[] IS NULL OR key = ANY($${first + 2}))`;
export const given = ({ year, keys }: Slice): unknown[] => [year === undefined, year ?? null, keys ?? null];

async function storedCells(
  tx: Transaction,
  tenant: number,
  part: 'OWN' | 'ALL',
  slice: Slice,
): Promise<Cell[]> {
  const rows = await tx.query(
    `SELECT ${NAMES} FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 AND ${inSlice(3)}`,
    [tenant, part, ...given(slice)],
  );
  return rows.map(cellOfRow);
}

const checked = (stored: readonly Cell[], recounted: readonly Cell[]): CellCheck => ({
  cells: stored.length,
  members: stored.reduce((sum, { items, cube }) => sum + (cube === 'PLAIN' ? items : 0), 0),
  stored,
  recounted,
  wrong: firstDifference(stored, recounted),
});

/** Own cells against the facts, in one snapshot; by the relay, which may read the locality in this transaction. */
export async function checkOwnCells(
  tx: Transaction,
  slice: Slice = {},
  tenant = tx.tenant,
): Promise<CellCheck> {
  const recounted = await recount(await currentFacts(tx, slice.year, tenant));
  const asked = slice.keys && new Set(slice.keys);
  return checked(
    await storedCells(tx, tenant, 'OWN', slice),
    asked ? recounted.filter(({ key }) => asked.has(key)) : recounted,
  );
}

/** Cases that are counted before others get their turn. */
const PORTION = 500;

async function recount(items: Awaited<ReturnType<typeof currentFacts>>): Promise<Cell[]> {
  let sums: Cell[] = [];
  for (let at = 0; at < items.length; at += PORTION) {
    const more = cellsOf(items.slice(at, at + PORTION));
    sums = at === 0 ? more : summed([...sums, ...more].map((cell) => ({ cell, sign: 1 })));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sums;
}

/**
 * ALL cells against the own cells of everybody in them, less the changes not yet taken over; in one
 * snapshot, by the relay, which may read its members in this transaction. Null while they are being
 * made anew, or are made of others than those the transaction may read.
 */
export async function checkViewCells(
  tx: Transaction,
  slice: Slice = {},
  tenant = tx.tenant,
): Promise<CellCheck | null> {
  if (await isBeingMade(tx, tenant)) return null;
  const members = 'SELECT member_id FROM evaluation.cell_cursor WHERE tenant_id = $1';
  const parts = `SELECT * FROM (${ownCells(1, members)} UNION ALL ${pendingChanges(-1, members)}) each WHERE ${inSlice(2)}`;
  const rows = await tx.query(`SELECT * FROM (${addedUp(parts)}) sum WHERE members <> 0`, [
    tenant,
    ...given(slice),
  ]);
  return checked(await storedCells(tx, tenant, 'ALL', slice), rows.map(cellOfRow));
}

async function isBeingMade(tx: Transaction, tenant: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM evaluation.cell_cursor reached
     LEFT JOIN evaluation.cell_head head ON head.tenant_id = reached.member_id
     LEFT JOIN evaluation.cell_view made ON made.tenant_id = reached.tenant_id
     WHERE reached.tenant_id = $1 AND (head.generation IS DISTINCT FROM reached.generation OR head.meaning <> $2
       OR made.meaning IS DISTINCT FROM $2 OR reached.member_id <> ALL($3::int[])) LIMIT 1`,
    [tenant, MEANING, tx.scope.tenants],
  );
  return rows.length > 0;
}
