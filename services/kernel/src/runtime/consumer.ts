import type { RecordedEvent } from '../event.js';
import type { Database } from './database.js';
import type { Log } from './log.js';
import type { Transaction } from './scope.js';

export type ConsumerOptions = {
  /** Opened with the relay role of the consuming service; `database.schema` is the consumer's schema. */
  readonly database: Database;
  /** The service (schema) whose log is read. */
  readonly source: string;
  /** The consuming service; names the consumer in the log. */
  readonly consumer: string;
  /** Applies a batch of one locality, in order, in the transaction that also moves the cursor. Must not touch anything else. */
  readonly apply: (tx: Transaction, tenant: number, events: RecordedEvent[]) => Promise<void>;
  readonly log: Log;
  readonly pollMs?: number;
  readonly batch?: number;
  /** Localities worked on at once. */
  readonly parallel?: number;
};

export type ConsumerLag = {
  /** Events not applied yet, over all localities. */
  readonly events: number;
  /** Localities with events not applied yet. */
  readonly localities: number;
  /** Localities that stand still at an event that cannot be applied. */
  readonly parked: number;
};

export type Consumer = {
  /** Finishes what it is doing and stops. */
  stop(): Promise<void>;
  /** True when every locality's cursor has reached the head of its log. */
  caughtUp(): Promise<boolean>;
  lag(): Promise<ConsumerLag>;
  /** Looks for work now instead of at the next poll. */
  wake(): void;
};

/** Applies another service's events, per locality in order, each exactly once. Several may run at the same time. */
export function startConsumer(_options: ConsumerOptions): Consumer {
  throw new Error('not yet');
}
