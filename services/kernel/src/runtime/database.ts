import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { openPool } from './connection-pool.js';
import {
  DatabaseUnavailable,
  isConflict,
  isConnectionLost,
  isStalePlan,
  isTimeout,
  StatementTimedOut,
  sqlStateOf,
} from './errors.js';
import type { Log } from './log.js';
import { requireSafeRole } from './role-check.js';
import type { Scope, Transaction } from './scope.js';
import { SILENT } from './silent-logger.js';
import { type Attempt, type Mode, runLook, runTransaction } from './transaction.js';

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

export type DatabaseCounts = {
  readonly transactions: number;
  readonly statements: number;
  readonly retries: number;
};

/** The one way to the database. There is no pool, no query and no repository beside `transaction`. */
export type Database = {
  readonly schema: string;
  /**
   * One transaction with its scope. `read` is REPEATABLE READ READ ONLY, `write` is READ COMMITTED.
   * The work may run several times: it is repeated after deadlocks and serialization failures (up
   * to 5 times) and after a broken connection, unless a write's COMMIT was already on its way. So
   * it must not do anything that a rollback does not undo.
   */
  transaction<T>(scope: Scope, mode: Mode, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Rows of one statement in a `read` transaction of its own, in one trip: for whoever looks again and again. */
  look<Row>(scope: Scope, sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** True when a connection answers: readiness. */
  ping(): Promise<boolean>;
  /** Counted since start: for the test that a list costs a constant number of statements. */
  counts(): DatabaseCounts;
  close(): Promise<void>;
};

const RETRIES = 5;
const POOL_EXHAUSTED = /timeout exceeded when trying to connect/;

/** Connects, and refuses (UnsafeRole) a role that is superuser, bypasses row-level security or owns tables. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, schema, log, poolSize = 10, entities = [], connectWithinMs = 15_000 } = options;
  const counts = { transactions: 0, statements: 0, retries: 0 };
  const source = await openPool({ url, schema, poolSize, log, entities, connectWithinMs });
  try {
    await requireSafeRole(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  countStatements(source, counts);
  const repeated = async <T>(scope: Scope, mode: Mode, run: (attempt: Attempt) => Promise<T>): Promise<T> => {
    checkScope(scope);
    counts.transactions += 1;
    for (let tried = 0; ; tried++) {
      const attempt: Attempt = { committing: false };
      try {
        return await run(attempt);
      } catch (error) {
        if (tried === RETRIES || !mayRepeat(error, mode, attempt)) throw outward(error);
        counts.retries += 1;
        log.debug({ code: sqlStateOf(error), tried }, 'transaction is repeated');
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tried));
      }
    }
  };
  const transaction: Database['transaction'] = (scope, mode, work) =>
    repeated(scope, mode, (attempt) => runTransaction(source, schema, scope, mode, work, attempt));
  const look: Database['look'] = <Row>(scope: Scope, sql: string, params: readonly unknown[] = []) =>
    repeated(scope, 'read', () => runLook<Row>(source, scope, sql, params));
  const ping = (): Promise<boolean> =>
    source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  return { schema, transaction, look, ping, counts: () => ({ ...counts }), close: () => source.destroy() };
}

function mayRepeat(error: unknown, mode: Mode, { committing }: Attempt): boolean {
  if (isConflict(error) || isStalePlan(error)) return true;
  if (!isConnectionLost(error) || POOL_EXHAUSTED.test((error as Error).message)) return false;
  return mode === 'read' || !committing;
}

/** What the rest of the program sees: an overloaded or absent database and a time-out have names of their own. */
function outward(error: unknown): unknown {
  if (isConnectionLost(error))
    return new DatabaseUnavailable('the database cannot be reached', { cause: error });
  if (isConflict(error)) return new DatabaseUnavailable('too many conflicting writes', { cause: error });
  if (isTimeout(error)) return new StatementTimedOut('a statement or a lock took too long', { cause: error });
  return error;
}

/** The scope is code, not input; a wrong one must not reach a setting. */
function checkScope({ tenant, tenants, settings = {} }: Scope): void {
  const number = (value: number): boolean => Number.isInteger(value) && value > 0 && value <= 0x7fffffff;
  if (!number(tenant) || !tenants.every(number)) throw new Error('scope: a locality is a positive integer');
  const wrong = Object.keys(settings).find((name) => !/^app\.[a-z][a-z_]*$/.test(name));
  if (wrong !== undefined) throw new Error(`scope: setting "${wrong}" does not start with "app."`);
}

/** TypeORM tells its logger every statement, whichever way it came. */
function countStatements(source: DataSource, counts: { statements: number }): void {
  const logQuery = (): void => {
    counts.statements += 1;
  };
  source.logger = { ...SILENT, logQuery };
}
