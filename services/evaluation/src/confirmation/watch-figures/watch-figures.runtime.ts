import { dateInShanghai } from '@duban/kernel';
import { type Database, type Log, type Loop, startLoop, systemScope } from '@duban/kernel/runtime';
import { figureReads } from '../../figures/figures.read.js';
import { figureWatch, figureWatchWork } from '../figure-watch.store.typeorm.js';
import { watchFigures } from './watch-figures.js';

type KeepWatch = {
  /** Opened with the app role: what is found is recorded as any other event. */
  readonly database: Database;
  /** Opened with the relay role: sees whose sums have moved, and nothing else. */
  readonly relay: Database;
  readonly log: Log;
  readonly pollMs?: number;
};

/**
 * Looks at confirmed figures whenever sums have moved, and every morning. Any number of processes may do
 * it at once: what one has claimed the others pass over.
 */
export function keepWatch({ database, relay, log, pollMs = 1000 }: KeepWatch): Loop {
  const work = figureWatchWork(relay);
  const look = async (tenant: number, stands: string): Promise<void> => {
    try {
      await database.transaction(systemScope(tenant, 'COUNTS'), 'write', (tx) =>
        watchFigures(
          { figures: figureReads(tx), now: tx.recordedAt, watch: figureWatch(tx) },
          tenant,
          stands,
        ),
      );
    } catch (error) {
      // One locality that cannot be looked at keeps no other waiting.
      log.warn({ err: error, tenant }, 'confirmed figures could not be compared');
    }
  };
  return startLoop(async (stopped) => {
    try {
      const moved = await work.moved(dateInShanghai(new Date()));
      for (const { tenant, stands } of moved) if (!stopped()) await look(tenant, stands);
    } catch (error) {
      log.warn({ err: error }, 'looking for figures to compare failed');
    }
    return pollMs;
  });
}
