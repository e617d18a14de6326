import type { EntityManager } from 'typeorm';
import type { NewEvent, RecordedEvent } from '../event.js';
import type { Viewer } from '../viewer.js';

/** What a transaction is for. Policies look at it: COUNTS, SHARED, GRANT, RELAY and SIGN_IN open something that CASE does not. */
export type Purpose = 'CASE' | 'COUNTS' | 'SHARED' | 'GRANT' | 'RELAY' | 'SIGN_IN' | 'LOAD' | 'SYSTEM';

/** What a transaction may see and on whose behalf it acts. Set transaction-locally, before the first statement of the work. */
export type Scope = {
  /** Write scope and own locality: the locality's registration number. */
  readonly tenant: number;
  /** Localities whose rows may be read in full. */
  readonly tenants: readonly number[];
  readonly purpose: Purpose;
  /** Account that acts; null for the system itself. Stands in every event as `actorId`. */
  readonly actor: string | null;
  readonly viewer?: Viewer | null;
  /** Role written into events when there is no viewer. Left out: SYSTEM. */
  readonly role?: string;
  /** Person or account on whose behalf the actor acts (代办). */
  readonly actingFor?: string | null;
  readonly idempotencyKey?: string | null;
  /** More transaction-local settings that a policy asks for, e.g. `{ 'app.login': '…' }`; names start with `app.`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Milliseconds a statement, or a pause between two, may take in this transaction; left out: 10 s and 15 s. */
  readonly statementTimeoutMs?: number;
};

/** Events for one stream that is at `expectedVersion` (0 = new). */
export type StreamAppend = {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
};

/** One open transaction on one connection, with its scope set. The only thing storage code ever gets. */
export type Transaction = {
  readonly manager: EntityManager;
  readonly schema: string;
  readonly scope: Scope;
  readonly mode: 'read' | 'write';
  readonly viewer: Viewer | null;
  readonly tenant: number;
  /** The database's clock at the transaction's start, ISO with milliseconds. What "now" is for the work. */
  readonly recordedAt: string;
  /** Rows of one statement (for INSERT/UPDATE/DELETE: what RETURNING gives). bigint comes as number, date as `YYYY-MM-DD`, timestamptz as Date. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Appends to a stream (`<kind>:<uuid>`) that is at `expectedVersion` (0 = new). Throws StaleVersion
   * otherwise; the runner then runs the use case again. Locks the locality's log until commit, so
   * call it last.
   */
  append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<RecordedEvent[]>;
  /** The same for many streams at once, in this order, in a constant number of statements: for loading. */
  appendAll(appends: readonly StreamAppend[]): Promise<RecordedEvent[]>;
  /** The stream's events in order; empty when it does not exist (or is another locality's). */
  load(stream: string): Promise<RecordedEvent[]>;
};

/** The scope of a person's request: their own locality and nothing else. */
export const viewerScope = (viewer: Viewer, purpose: Purpose = 'CASE'): Scope => ({
  tenant: viewer.tenant,
  tenants: [viewer.tenant],
  purpose,
  actor: viewer.accountId,
  viewer,
});

/** The scope of work nobody asked for: loading a locality, a clock, a repair. */
export const systemScope = (tenant: number, purpose: Purpose = 'SYSTEM'): Scope => ({
  tenant,
  tenants: [tenant],
  purpose,
  actor: null,
});
