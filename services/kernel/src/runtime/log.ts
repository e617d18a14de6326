import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { sqlStateOf } from './errors.js';

export type Log = Logger;

/**
 * JSON lines on standard output. No personal data: ids, codes and counts only. Errors keep their
 * type, code and stack, but never a statement's parameters.
 */
export function createLog(
  service: string,
  level: string = process.env.LOG_LEVEL ?? 'info',
  to?: DestinationStream,
): Log {
  const options = {
    level,
    base: { service, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

type Described = { type: string; code?: string; message: string; stack?: string };

function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) };
  const code = sqlStateOf(error) ?? sqlStateOf(error.cause);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return {
    type: error.name,
    ...(code ? { code } : {}),
    message: withoutValues(error.message + cause),
    ...(error.stack ? { stack: withoutValues(error.stack) } : {}),
  };
}

/** PostgreSQL quotes the value it could not read: `invalid input syntax for type uuid: "..."`. It may be anybody's. */
const withoutValues = (text: string): string =>
  text.replace(
    /(invalid input syntax for|invalid byte sequence for|out of range for|value )([^"\n]*)".*"/g,
    '$1$2"…"',
  );
