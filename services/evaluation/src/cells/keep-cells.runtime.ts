import { dateInShanghai } from '@duban/kernel';
import {
  type Consumer,
  type ConsumerLag,
  type Database,
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
  readonly pollMs?: number;
};

type Job = { readonly scope: Scope; readonly run: (tx: Transaction) => Promise<void> };

/** Members whose cells are moved in one transaction. */
const AT_ONCE = 300;
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
 */
export function keepCells({ database, log, after, pollMs = 200 }: KeepCells): Consumer {
  const work = cellWork(database);
  const today = (): string => dateInShanghai(new Date());
  let restedAt = '';
  const round = async (stopped: () => boolean): Promise<boolean> => {
    try {
      const state = `${today()} ${await work.state()}`;
      if (state === restedAt) return false;
      const jobs = await findJobs();
      let done = 0;
      for (const job of jobs) if (!stopped() && (await attempt(job))) done += 1;
      if (jobs.length === 0) restedAt = state;
      return done > 0;
    } catch (error) {
      log.warn({ err: error }, 'looking for cells to bring up to date failed');
      return false;
    }
  };
  /** One that cannot be brought up to date delays no other. */
  const attempt = async ({ scope, run }: Job): Promise<boolean> => {
    try {
      await database.transaction(scope, 'write', run);
      return true;
    } catch (error) {
      log.warn({ err: error, tenant: scope.tenant }, 'cells could not be brought up to date');
      return false;
    }
  };
  const findJobs = async (): Promise<Job[]> => [
    ...(await work.unmade()).map((tenant) => ({
      scope: scopeOf(tenant),
      run: (tx: Transaction) => cellStore(tx).make(),
    })),
    ...(await work.views(today())).map(({ view, members }) => ({
      scope: scopeOf(view, members.slice(0, AT_ONCE)),
      run: (tx: Transaction) => foldView(viewStore(tx), today()),
    })),
  ];
  const lag = async (tenants?: readonly number[]): Promise<ConsumerLag> => {
    const views = (await work.views(today())).filter(({ view }) => !tenants || tenants.includes(view));
    return { ...AT_EASE, localities: views.length };
  };
  return {
    ...startLoop(round, pollMs),
    lag,
    caughtUp: async () => {
      for (const consumer of after) if (!(await consumer.caughtUp())) return false;
      return (await work.unmade()).length === 0 && (await lag()).localities === 0;
    },
  };
}
