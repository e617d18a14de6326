import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Log } from './log.js';
import type { Scope, Transaction } from './scope.js';

export type DatabaseOptions = {
  /** URL of the service's app (or relay) role. */
  readonly url: string;
  /** The service's schema: where its entities and its log live. */
  readonly schema: string;
  readonly poolSize?: number;
  readonly log: Log;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  /** How long to wait at start for a database that is not up yet. */
  readonly connectWithinMs?: number;
};

/** The one way to the database. There is no pool, no query and no repository beside `transaction`. */
export type Database = {
  readonly schema: string;
  transaction<T>(scope: Scope, mode: 'read' | 'write', work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** True when a connection answers: readiness. */
  ping(): Promise<boolean>;
  /** Counted since start: for the test that a list costs a constant number of statements. */
  counts(): { readonly transactions: number; readonly statements: number; readonly retries: number };
  close(): Promise<void>;
};

/** Connects, and refuses (UnsafeRole) a role that is superuser, bypasses row-level security or owns tables. */
export async function openDatabase(_options: DatabaseOptions): Promise<Database> {
  throw new Error('not yet');
}
