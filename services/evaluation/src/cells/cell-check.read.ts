import type { Transaction } from '@duban/kernel/runtime';
import { type Cell, cellsOf, firstDifference } from './cell.js';
import { currentFacts } from './cell.store.typeorm.js';
import { CELL_COLUMNS, cellOfRow } from './cell-columns.js';
import { addedUp, ownCells, pendingChanges } from './view.store.typeorm.js';

/** What a check of one locality's cells came to. */
export type CellCheck = {
  readonly cells: number;
  readonly members: number;
  /** The first cell that is not what a recount gives; null when all are. */
  readonly wrong: ReturnType<typeof firstDifference>;
};

const NAMES = CELL_COLUMNS.map(({ name }) => name).join(', ');

async function storedCells(tx: Transaction, part: 'OWN' | 'ALL', year: number | null): Promise<Cell[]> {
  const rows = await tx.query(
    `SELECT ${NAMES} FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 AND ($3::int IS NULL OR year = $3)`,
    [tx.tenant, part, year],
  );
  return rows.map(cellOfRow);
}

const checked = (stored: readonly Cell[], recounted: readonly Cell[]): CellCheck => ({
  cells: stored.length,
  members: stored.reduce((sum, { items, cube }) => sum + (cube === 'PLAIN' ? items : 0), 0),
  wrong: firstDifference(stored, recounted),
});

/** Own cells against the facts, in one snapshot; of all years or of one. */
export async function checkOwnCells(tx: Transaction, year: number | null = null): Promise<CellCheck> {
  return checked(await storedCells(tx, 'OWN', year), cellsOf(await currentFacts(tx, year)));
}

/**
 * ALL cells against the own cells of everybody in them, less the changes not yet taken over; in one
 * snapshot, by the relay, which may read its members in this transaction.
 */
export async function checkViewCells(tx: Transaction): Promise<CellCheck> {
  const members = 'SELECT member_id FROM evaluation.cell_cursor WHERE tenant_id = $1';
  const rows = await tx.query(
    `SELECT * FROM (${addedUp(`${ownCells(1, members)} UNION ALL ${pendingChanges(-1, members)}`)}) sum WHERE members <> 0`,
    [tx.tenant],
  );
  return checked(await storedCells(tx, 'ALL', null), rows.map(cellOfRow));
}
