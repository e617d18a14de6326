import {
  type Database,
  giveBackMemory,
  type Log,
  type Scope,
  systemScope,
  type Transaction,
} from '@duban/kernel/runtime';
import { type CheckDeps, checkClocks } from './check-clocks/check-clocks.js';

export type TimedWorkOptions = {
  /** Opened with the app role: what is found is recorded as any other event. */
  readonly database: Database;
  /** Opened with the relay role: sees in which localities something has come due, and nothing else. */
  readonly relay: Database;
  readonly deps: (tx: Transaction) => CheckDeps;
  /** ISO instant; the database's own clock when left out. */
  readonly clock?: () => string;
  readonly log: Log;
  /** Pause before the first look, and between two. */
  readonly everyMs: number;
};

export type TimedWork = {
  /** One look at everything that has come due; gives how many things were looked at. */
  look(): Promise<number>;
  /** Finishes what it is doing and stops. */
  stop(): Promise<void>;
};

const AT_ONCE = 25;
const LOCALITIES_AT_ONCE = 500;
/** A morning on which thousands of localities were looked at leaves behind what the day does not need. */
const MANY = 500;
// The look over all localities is bound by its policy to times; the number is only there because every scope has one.
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };

/**
 * Wakes regularly and looks at cases and localities whose time has come, locality by locality. Any
 * number of instances may run: what one has claimed the others pass over, and what a killed one had
 * claimed is there again with the end of its transaction.
 */
export function startTimedWork(options: TimedWorkOptions): TimedWork {
  const { log, everyMs } = options;
  let stopped = false;
  let wake: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  // One look after the other: two of one instance would only pass over what the other has claimed.
  const look = (): Promise<number> => {
    const next = last.then(() => lookOnce(options, () => stopped));
    last = next.catch(() => undefined);
    return next;
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  // Begins with a pause: in the morning every locality is due, and a start is not to wait for all of them.
  const loop = async (): Promise<void> => {
    let [done, looked] = [0, 0];
    while (!stopped) {
      looked += done;
      if (done === 0 && looked >= MANY) {
        giveBackMemory();
        looked = 0;
      }
      if (done === 0) await pause();
      if (stopped) return;
      done = await look().catch((error: Error) => {
        log.warn({ err: error }, 'looking at clocks failed');
        return 0;
      });
    }
  };
  const running = loop();
  return {
    look,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

async function lookOnce(options: TimedWorkOptions, stopped: () => boolean): Promise<number> {
  const { database, deps, log } = options;
  let looked = 0;
  for (const tenant of await localitiesDue(options)) {
    if (stopped()) break;
    try {
      looked += await database.transaction(systemScope(tenant), 'write', (tx) =>
        checkClocks(deps(tx), tenant, AT_ONCE),
      );
    } catch (error) {
      // One locality that cannot be looked at keeps no other waiting.
      log.warn({ tenant, err: error as Error }, 'clocks of a locality could not be looked at');
    }
  }
  return looked;
}

async function localitiesDue({ relay, clock }: TimedWorkOptions): Promise<readonly number[]> {
  const rows = await relay.transaction(OVERVIEW, 'read', (tx) =>
    tx.query<{ tenant: number }>(
      `SELECT tenant_id AS tenant FROM proposals.timed_check WHERE next_check_at <= $1
       GROUP BY tenant_id ORDER BY min(next_check_at) LIMIT $2`,
      [clock?.() ?? tx.recordedAt, LOCALITIES_AT_ONCE],
    ),
  );
  return rows.map(({ tenant }) => tenant);
}
