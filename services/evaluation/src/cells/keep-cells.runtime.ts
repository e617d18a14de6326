import { dateInShanghai, together } from '@duban/kernel';
import {
  type Consumer,
  type ConsumerLag,
  type Database,
  type Follower,
  type Log,
  type Scope,
  startLoop,
  type Transaction,
} from '@duban/kernel/runtime';
import { cellStore } from './cell.store.typeorm.js';
import { cellWork } from './cell-work.store.typeorm.js';
import { foldView } from './fold-view/fold-view.js';
import { viewStore } from './view.store.typeorm.js';

type KeepCells = {
  /** Opened with the relay role. */
  readonly database: Database;
  readonly log: Log;
  /** Those who change own cells: while they have work, cells are not at rest. */
  readonly after: readonly Consumer[];
  /** Pause between looks while nobody here says that own cells have changed; other processes may have changed them. */
  readonly pollMs?: number;
  /** Least pause between two rounds of folding: what changes in it is folded together. */
  readonly gatherMs?: number;
};

type Job = {
  readonly scope: Scope;
  /** Whether there is more of it than is done in one go. */
  readonly more: boolean;
  /** False when somebody else is at it. */
  readonly run: (tx: Transaction) => Promise<boolean>;
};

/** Members whose cells are moved in one transaction. */
const AT_ONCE = 300;
/** Places worked on at the same time. */
const LANES = 3;
const AT_EASE: ConsumerLag = { events: 0, localities: 0, parked: 0 };

const scopeOf = (tenant: number, others: readonly number[] = []): Scope => ({
  tenant,
  tenants: [...new Set([tenant, ...others])],
  purpose: 'RELAY',
  actor: null,
});

/**
 * Keeps every inner node's cells up to date, and makes own cells where there are none. Any number of
 * processes may do it at once: each view is folded by one at a time. Looks are cheap while nothing has
 * changed: one sum over positions.
 *
 * What changes at rest is folded as soon as facts have it; under load a round waits for the one before, so
 * that a view is folded a few times a second however many cases move.
 */
export function keepCells({ database, log, after, pollMs = 1000, gatherMs = 400 }: KeepCells): Follower {
  const work = cellWork(database);
  const today = (): string => dateInShanghai(new Date());
  let restedAt = '';
  let madeAt = '';
  let gatherUntil = 0;
  const round = async (stopped: () => boolean): Promise<number> => {
    const early = gatherUntil - performance.now();
    if (early > 0) return early;
    try {
      const { places, sums } = await work.state();
      const state = [today(), places, sums].join(' ');
      if (state === restedAt) return pollMs;
      const jobs = await findJobs(places);
      const done = await workOff(jobs, stopped);
      if (jobs.some(({ more }) => more)) return 0;
      if (done === jobs.length) restedAt = state;
      gatherUntil = performance.now() + gatherMs;
      return done === jobs.length ? pollMs : gatherMs;
    } catch (error) {
      log.warn({ err: error }, 'looking for cells to bring up to date failed');
      return pollMs;
    }
  };
  /** Some side by side: no two views have a row in common. Gives how many are done. */
  const workOff = async (jobs: readonly Job[], stopped: () => boolean): Promise<number> => {
    const left = jobs.values();
    let done = 0;
    const lane = async (): Promise<void> => {
      for (const job of left) if (!stopped() && (await attempt(job))) done += 1;
    };
    await together(Array.from({ length: LANES }, lane));
    return done;
  };
  /** One that cannot be brought up to date delays no other. */
  const attempt = async ({ scope, run }: Job): Promise<boolean> => {
    try {
      return await database.transaction(scope, 'write', run);
    } catch (error) {
      log.warn({ err: error, tenant: scope.tenant }, 'cells could not be brought up to date');
      return false;
    }
  };
  const findJobs = async (places: string): Promise<Job[]> => {
    const unmade = places === madeAt ? [] : await work.unmade();
    if (unmade.length === 0) madeAt = places;
    return [
      ...unmade.map((tenant) => ({
        scope: scopeOf(tenant),
        more: true,
        run: (tx: Transaction) =>
          cellStore(tx)
            .make()
            .then(() => true),
      })),
      ...(await work.views(today())).map(({ view, members }) => ({
        scope: scopeOf(view, members.slice(0, AT_ONCE)),
        more: members.length > AT_ONCE,
        run: (tx: Transaction) => foldView(viewStore(tx), today()),
      })),
    ];
  };
  const lag = async (tenants?: readonly number[]): Promise<ConsumerLag> => {
    const views = (await work.views(today())).filter(({ view }) => !tenants || tenants.includes(view));
    return { ...AT_EASE, localities: views.length };
  };
  const loop = startLoop(round);
  for (const consumer of after) consumer.onMoved(loop.wake);
  return {
    ...loop,
    lag,
    caughtUp: async () => {
      for (const consumer of after) if (!(await consumer.caughtUp())) return false;
      return (await work.unmade()).length === 0 && (await lag()).localities === 0;
    },
  };
}
