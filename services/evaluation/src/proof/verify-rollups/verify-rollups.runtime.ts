import type { Database, Scope, Transaction } from '@duban/kernel/runtime';
import { cellStore } from '../../cells/cell.store.typeorm.js';
import { checkOwnCells, checkViewCells } from '../../cells/cell-check.read.js';
import { viewStore } from '../../cells/view.store.typeorm.js';
import { type WrongNumber, wrongNumber } from '../proof.js';
import { checkedPlaces, proofStore, yearsOf } from '../proof.store.typeorm.js';
import { scopeOf } from '../verify-cells.runtime.js';
import type { CheckedPlace } from '../visit.js';

/** What a recount of one locality's cells of one kind came to. */
export type VerifiedPlace = Pick<CheckedPlace, 'tenant' | 'part'> & {
  readonly cells: number;
  /** Cases in them. */
  readonly members: number;
  readonly wrong: WrongNumber | null;
  /** They are being made anew at this moment; nothing can be said. */
  readonly beingMade: boolean;
};

type Tell = (place: VerifiedPlace, at: number, of: number) => void;

const STATEMENT_TIMEOUT_MS = 600_000;

const patiently = (place: Pick<CheckedPlace, 'tenant' | 'members'>): Scope => ({
  ...scopeOf(place),
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
});

/**
 * Recounts every cell there is: own cells from the facts, ALL cells from the own cells of everybody in
 * them (less what they have not taken over yet), so that both follow from the facts. Each place is read
 * once, in a snapshot of its own in which nobody else is seen, so that what one costs does not grow with
 * the number of the others. Opened with the relay role; `tell` hears of each place as it is done.
 */
export async function verifyRollups(database: Database, tell: Tell): Promise<VerifiedPlace[]> {
  const places = await checkedPlaces(database);
  const verified: VerifiedPlace[] = [];
  for (const place of places) {
    const result = await database.transaction(patiently(place), 'read', (tx) => verifyPlace(tx, place));
    verified.push(result);
    tell(result, verified.length, places.length);
  }
  return verified;
}

/** Year by year: what has to be held at once is bounded. */
async function verifyPlace(tx: Transaction, place: CheckedPlace): Promise<VerifiedPlace> {
  const { tenant, part } = place;
  const sum = { tenant, part, cells: 0, members: 0, wrong: null as WrongNumber | null, beingMade: false };
  for (const year of await yearsOf(tx, place)) {
    const check = await (part === 'OWN' ? checkOwnCells : checkViewCells)(tx, { year }, tenant);
    if (!check) return { ...sum, beingMade: true };
    sum.cells += check.cells;
    sum.members += check.members;
    sum.wrong ??= check.wrong && wrongNumber(check.wrong);
  }
  return sum;
}

/**
 * Has the cells of a place made anew: own cells at once, from the facts; ALL cells by the relay, when it
 * next looks. Whatever lies above is made anew as well, and nothing counts as proven until it is recounted.
 */
export async function remakeCells(
  database: Database,
  place: Pick<CheckedPlace, 'tenant' | 'part'>,
): Promise<void> {
  const { tenant, part } = place;
  const remade = await database.transaction(patiently({ tenant, members: [] }), 'write', async (tx) => {
    const view = viewStore(tx);
    if (part === 'OWN') await cellStore(tx).rebuild();
    else if (await view.claim()) await view.clear();
    else return false;
    await proofStore(tx).forget(part);
    return true;
  });
  if (remade) return;
  // Somebody is folding them just now.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await remakeCells(database, place);
}
