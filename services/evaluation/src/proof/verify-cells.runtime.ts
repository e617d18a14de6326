import {
  type Database,
  type Log,
  type Loop,
  type Scope,
  startLoop,
  type Transaction,
} from '@duban/kernel/runtime';
import { type CellCheck, checkOwnCells, checkViewCells, type Slice } from '../cells/cell-check.read.js';
import { LookedPlaces } from './looked-places.runtime.js';
import { checkDay, NIGHT, type Night, nightLeft } from './night.js';
import { Pace } from './pace.js';
import { wrongNumber } from './proof.js';
import {
  checkedPlaces,
  doubtedKeys,
  proofStore,
  someKeys,
  someYear,
  yearsOf,
} from './proof.store.typeorm.js';
import { type CheckedPlace, dueFor, nameOf, nextVisit, type Visit } from './visit.js';

type VerifyCells = {
  /** Opened with the relay role. */
  readonly database: Database;
  readonly log: Log;
  readonly now?: () => Date;
  /** How much of the time is spent on recounts at least, from 0 to 1; 1 is without any rest. */
  readonly share?: number | undefined;
  readonly night?: Night | undefined;
};

/** One recount; the last of a whole visit closes it. */
type Task = { readonly place: CheckedPlace; readonly slice: Slice; readonly closes: boolean };

const SHARE = 0.05;
/** What each recount counts as at least: looking for work costs as well. */
const LEAST_MS = 25;
/** A rest may be without end; whether it is to stop is asked now and then. */
const LONGEST_REST_MS = 60_000;
/** Cells of a view that are recounted in one go. */
const KEYS_AT_ONCE = 16;
const STATEMENT_TIMEOUT_MS = 120_000;

/** A transaction of the relay's that may read a place and everybody in its cells. */
export const scopeOf = ({ tenant, members }: Pick<CheckedPlace, 'tenant' | 'members'>): Scope => ({
  tenant,
  tenants: [...new Set([tenant, ...members])],
  purpose: 'RELAY',
  actor: null,
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
});

/**
 * Recounts cells without end: some at random all day, all of them every night, and keeps for each cell
 * whether it was what the recount gave. After each recount it rests so long that only a share of the
 * time is spent: time by the clock, so that beside others, who make a recount take longer, it takes less of
 * the processor.
 */
export function verifyCells({
  database,
  log,
  now = () => new Date(),
  share = SHARE,
  night = NIGHT,
}: VerifyCells): Loop {
  const tasks: Task[] = [];
  const sums = { cells: 0, wrong: 0 };
  const told = new Set<string>();
  const visited = new Map<string, string>();
  const looked = new LookedPlaces(() => checkedPlaces(database));
  const pace = new Pace({ always: share, night });
  let [restsSince, worked] = [0, 0];

  /** What is left of a rest: the share may have become another one meanwhile. */
  const resting = (): number => {
    const long = worked / pace.share(now(), performance.now()) - worked;
    return Math.min(restsSince + long - performance.now(), LONGEST_REST_MS);
  };
  const round = async (): Promise<number> => {
    if (resting() > 0) return resting();
    const begun = performance.now();
    try {
      if (tasks.length === 0) tasks.push(...(await plan()));
      const task = tasks.shift();
      const done = task !== undefined && (await work(task));
      pace.spend(performance.now() - begun);
      if (done && task.closes) pace.close(task.place, now());
    } catch (error) {
      tasks.length = 0;
      log.warn({ err: error }, 'recounting cells failed');
    }
    restsSince = performance.now();
    worked = Math.max(LEAST_MS, restsSince - begun);
    return Math.max(0, resting());
  };

  const plan = async (): Promise<Task[]> => {
    const places = await looked.all();
    pace.look(places, performance.now());
    const due = dueFor(places, checkDay(now(), night));
    const visit = nextVisit(places, due, visited, nightLeft(now(), night) > 0, Math.random);
    if (!visit) return [];
    Object.assign(sums, { cells: 0, wrong: 0 });
    const { place } = visit;
    visited.set(nameOf(place), place.state);
    const slices = await database.transaction(scopeOf(place), 'read', (tx) => slicesOf(tx, visit));
    return slices.map((slice, at) => ({ place, slice, closes: visit.whole && at === slices.length - 1 }));
  };

  /** False when it could not be told. */
  const work = async ({ place, slice, closes }: Task): Promise<boolean> => {
    const { part, members } = place;
    const found = await database.transaction(scopeOf(place), 'read', async (tx) => ({
      check: await (part === 'OWN' ? checkOwnCells(tx, slice) : checkViewCells(tx, slice)),
      doubted: part === 'OWN' ? new Set<string>() : await doubtedKeys(tx, members),
      at: tx.recordedAt,
    }));
    // Cells that are just being made anew are come back to.
    if (!found.check) {
      tasks.length = 0;
      return false;
    }
    const { check, doubted, at } = found;
    sums.cells += check.cells;
    sums.wrong += check.wrong ? 1 : 0;
    await database.transaction(scopeOf(place), 'write', async (tx) => {
      const proofs = proofStore(tx);
      await proofs.keep(part, slice, check, at, doubted);
      if (closes) await proofs.close(part, checkDay(now(), night), sums.cells, sums.wrong);
    });
    if (closes) looked.checked(place, checkDay(now(), night));
    tell(place, check);
    return true;
  };

  /** Each wrong cell once, until it is right again. */
  const tell = ({ tenant, part }: CheckedPlace, { wrong, stored }: CellCheck): void => {
    for (const { key } of stored) if (key !== wrong?.key) told.delete(`${tenant} ${part} ${key}`);
    if (!wrong || told.has(`${tenant} ${part} ${wrong.key}`)) return;
    told.add(`${tenant} ${part} ${wrong.key}`);
    const { cell, column, expected, found } = wrongNumber(wrong);
    log.error(
      { tenant, part, cell: cell.key, column, expected, found },
      'a cell is not what a recount gives',
    );
  };

  return startLoop(round);
}

/** A whole visit has a slice even where nothing is: it is over once it has been looked at. */
async function slicesOf(tx: Transaction, { place, whole }: Visit): Promise<Slice[]> {
  if (whole) {
    const years = await yearsOf(tx, place);
    return (years.length > 0 ? years : [null]).map((year) => ({ year }));
  }
  if (place.part === 'ALL') return [{ keys: await someKeys(tx, place, KEYS_AT_ONCE) }];
  const year = await someYear(tx);
  return year === undefined ? [] : [{ year }];
}
