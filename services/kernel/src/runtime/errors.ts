/** The stream is not at the version it was expected at: somebody was faster. The runner tries again. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly current: number,
  ) {
    super(`stream ${stream} is at version ${current}, not ${expected}`);
  }
}

/** No connection to the database, or it broke and could not be had again. The edge answers SERVICE_UNAVAILABLE. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** A statement, or waiting for a lock, took longer than allowed. The edge answers TIMED_OUT. */
export class StatementTimedOut extends Error {
  override readonly name = 'StatementTimedOut';
}

/** The role the process was given may do too much, so row-level security would not bind it. */
export class UnsafeRole extends Error {
  override readonly name = 'UnsafeRole';
}

/** A migration step failed and left nothing behind. `step` is the class name of the migration. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  constructor(
    readonly schema: string,
    readonly step: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`migration of schema "${schema}" failed at step ${step}: ${reason}`, options);
  }
}

const codeOf = (error: unknown): string | undefined => {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  if (typeof driverError?.code === 'string') return driverError.code;
  return typeof code === 'string' ? code : undefined;
};

/** The SQLSTATE of an error of the database, or a system error's code; undefined for anything else. */
export const sqlStateOf = codeOf;

/** Deadlock or serialization failure: the same work may simply be done again. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error) ?? '');

/** A table has changed under a statement that this connection had prepared, or the server knows it no more: another connection can. */
export const isStalePlan = (error: unknown): boolean =>
  codeOf(error) === '26000' || (codeOf(error) === '0A000' && /cached plan/.test((error as Error).message));

export const isTimeout = (error: unknown): boolean =>
  ['57014', '55P03', '25P03'].includes(codeOf(error) ?? '');

const LOST = /^(08...|57P0[1-5]|53300|ECONN.*|EPIPE|ENOTFOUND|ETIMEDOUT|ENOENT)$/;
const LOST_WORDS =
  /connection terminated|connection ended|client has encountered a connection error|not queryable|client was closed|timeout exceeded when trying to connect|connection timeout/i;

/** The connection could not be had or broke. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && LOST.test(code)) return true;
  return error instanceof Error && LOST_WORDS.test(error.message);
}
