import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { isStalePlan } from './errors.js';
import { EventLog, type Statement } from './event-log.js';
import type { Scope, Transaction } from './scope.js';

export type Mode = 'read' | 'write';
export type Attempt = { committing: boolean };

const LIMITS = { statement: 10_000, lock: 5_000, idle: 15_000 };

/**
 * One attempt: one connection, BEGIN, scope, work, COMMIT. `attempt.committing` tells the caller
 * whether an error came when the outcome at the server was already out of our hands.
 */
export async function runTransaction<T>(
  source: DataSource,
  schema: string,
  scope: Scope,
  mode: Mode,
  work: (tx: Transaction) => Promise<T>,
  attempt: Attempt,
): Promise<T> {
  return withConnection(source, async (runner, client, causeOf) => {
    const recordedAt = await begin(runner, scope, mode);
    const { tx, close, end } = openTransaction({ runner, causeOf, schema, scope, mode, recordedAt });
    const result = await work(tx).catch((error: unknown) => {
      // What the work left running must not reach the connection once it is somebody else's.
      end();
      throw error;
    });
    await close();
    attempt.committing = true;
    await commit(client);
    return result;
  });
}

/** The error behind an error: why the connection broke, if it did. */
type CauseOf = (error: unknown) => unknown;

async function withConnection<T>(
  source: DataSource,
  use: (runner: QueryRunner, client: ClientBase, causeOf: CauseOf) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as ClientBase;
  // A connection that breaks between two statements says so only here; what the next statement
  // complains about is a consequence.
  let lost: Error | null = null;
  const onLost = (error: Error): void => {
    lost ??= error;
  };
  const causeOf: CauseOf = (error) => lost ?? error;
  client.on('error', onLost);
  try {
    return await use(runner, client, causeOf);
  } catch (error) {
    if (isStalePlan(error)) endConnection(client);
    else await abandon(client);
    throw causeOf(error);
  } finally {
    client.removeListener('error', onLost);
    await runner.release();
  }
}

const BEGIN: Readonly<Record<Mode, string>> = {
  read: 'START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  write: 'START TRANSACTION ISOLATION LEVEL READ COMMITTED',
};

/** One statement that only reads, with its transaction and scope in one trip to the server. */
export async function runLook<Row>(
  source: DataSource,
  scope: Scope,
  sql: string,
  params: readonly unknown[],
): Promise<Row[]> {
  return withConnection(source, async (runner) => {
    const { text, values } = scopeStatement(scope);
    const [, , { records }] = await Promise.all([
      runner.query(BEGIN.read),
      runner.query(text, values),
      runner.query(sql, [...params], true),
      runner.query('COMMIT'),
    ]);
    return records as Row[];
  });
}

/** Transaction and scope in one trip to the server. Gives the time that is "now" for the work. */
async function begin(runner: QueryRunner, scope: Scope, mode: Mode): Promise<string> {
  const { text, values } = scopeStatement(scope);
  // Otherwise an insert or update of the manager would begin, and end, one of its own.
  (runner as { isTransactionActive: boolean }).isTransactionActive = true;
  const [, rows] = await Promise.all([runner.query(BEGIN[mode]), runner.query(text, values)]);
  return (rows as [{ recorded_at: Date }])[0].recorded_at.toISOString();
}

function scopeStatement(scope: Scope): { readonly text: string; readonly values: string[] } {
  const { tenant, tenants, purpose, actor, settings = {}, statementTimeoutMs = LIMITS.statement } = scope;
  const values: [string, string][] = [
    ['app.tenant', String(tenant)],
    ['app.tenants', `{${tenants.join(',')}}`],
    ['app.purpose', purpose],
    ['app.actor', actor ?? ''],
    ['statement_timeout', String(statementTimeoutMs)],
    ['lock_timeout', String(Math.min(LIMITS.lock, statementTimeoutMs))],
    ['idle_in_transaction_session_timeout', String(Math.max(LIMITS.idle, statementTimeoutMs))],
    ...Object.entries(settings),
  ];
  const calls = values.map((_, at) => `set_config($${at * 2 + 1}, $${at * 2 + 2}, true)`).join(', ');
  return { text: `SELECT ${calls}, now() AS recorded_at`, values: values.flat() };
}

type Opening = {
  readonly runner: QueryRunner;
  readonly causeOf: CauseOf;
  readonly schema: string;
  readonly scope: Scope;
  readonly mode: Mode;
  readonly recordedAt: string;
};

function openTransaction({ runner, causeOf, schema, scope, mode, recordedAt }: Opening): {
  tx: Transaction;
  close(): Promise<void>;
  end(): void;
} {
  let open = true;
  const run: Statement = async <Row>(sql: string, params: readonly unknown[] = []) => {
    if (!open) throw new Error('the transaction is over');
    const { records } = await runner.query(sql, [...params], true).catch((error: unknown) => {
      // Readers in an open transaction see it first, and their answer depends on what it was.
      throw causeOf(error);
    });
    return records as Row[];
  };
  const log = new EventLog(schema, scope, run);
  const tx: Transaction = {
    manager: runner.manager,
    schema,
    scope,
    mode,
    viewer: scope.viewer ?? null,
    tenant: scope.tenant,
    recordedAt,
    query: run,
    append: (stream, expectedVersion, events) => log.append(stream, expectedVersion, events),
    appendAll: (appends) => log.appendAll(appends),
    load: (stream) => log.load(stream),
  };
  const end = (): void => {
    open = false;
  };
  const close = async (): Promise<void> => {
    await log.close();
    end();
  };
  return { tx, close, end };
}

/** COMMIT of a transaction that a swallowed error has aborted answers ROLLBACK without complaint: a write lost in silence. */
async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new Error('a failed statement was swallowed; the transaction was rolled back');
}

/** Rolls back; a connection that cannot is ended, so that the pool drops it instead of lending it again. */
async function abandon(client: ClientBase): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    endConnection(client);
  }
}

const endConnection = (client: ClientBase): void => {
  (client as ClientBase & { end(): Promise<void> }).end().catch(() => undefined);
};
