import { type Consumer, type Database, type Log, startConsumer, systemScope } from '@duban/kernel/runtime';
import { readHeard } from './heard-rating.js';
import { hearRating } from './heard-rating.store.js';

/**
 * Hears ratings that the evaluation side records. What is heard is written as any other change of this
 * service, before the relay moves on: told twice it is kept once.
 */
export const hearRatings = (database: Database, relay: Database, log: Log): Consumer =>
  startConsumer({
    database: relay,
    source: 'evaluation',
    consumer: 'proposals',
    log,
    apply: async (_relay, tenant, events) => {
      const heard = events.flatMap(({ type, payload, occurredAt }) =>
        type === 'rating.recorded' ? (readHeard(payload, occurredAt) ?? []) : [],
      );
      if (heard.length === 0) return;
      await database.transaction(systemScope(tenant), 'write', async (tx) => {
        for (const one of heard) await hearRating(tx, one);
      });
    },
  });
