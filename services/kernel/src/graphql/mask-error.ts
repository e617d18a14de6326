import { randomUUID } from 'node:crypto';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { fillText, type RefusalParams } from '../refusal.js';
import {
  DatabaseUnavailable,
  isConnectionLost,
  isTimeout,
  StatementTimedOut,
  sqlStateOf,
} from '../runtime/errors.js';
import { FAILURES, type FailureCode, isFailureCode } from './failure.js';
import { DEADLINE_MS } from './limits.js';
import { describeViolations } from './violations.js';

/** Is told of every surprise, with the id that the client sees. */
export type ReportSurprise = (errorId: string, error: unknown) => void;

/**
 * What a client is shown of an error: documented failures as they are, what GraphQL itself found
 * wrong with a documented code, everything else masked with an id.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportSurprise,
): GraphQLFormattedError {
  const { path, locations } = formatted;
  const { message, extensions } = describe(formatted, originOf(error), report);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

type Described = Pick<GraphQLFormattedError, 'message' | 'extensions'>;

function describe(
  { message, extensions }: GraphQLFormattedError,
  origin: unknown,
  report: ReportSurprise,
): Described {
  const { code, messageEn, ...others } = extensions ?? {};
  if (isFailureCode(code) && typeof messageEn === 'string') {
    const { errorId } = others;
    const said = placed(message, messageEn, origin);
    return {
      message: said.zh,
      extensions: { code, messageEn: said.en, ...(typeof errorId === 'string' && { errorId }) },
    };
  }
  const violations = violationsOf(origin);
  if (violations) return text('BAD_USER_INPUT', { reason: violations, reasonEn: violations });
  if (origin instanceof DatabaseUnavailable || isConnectionLost(origin)) return text('SERVICE_UNAVAILABLE');
  if (origin instanceof StatementTimedOut || isTimeout(origin))
    return text('TIMED_OUT', { seconds: DEADLINE_MS / 1000 });
  if (['22021', '22P05'].includes(sqlStateOf(origin) ?? '')) {
    return text('BAD_USER_INPUT', {
      reason: '文本含有不允许的字符。',
      reasonEn: 'a text contains characters that are not allowed.',
    });
  }
  if (isFailureCode(code) && code !== 'INTERNAL_ERROR')
    return text(code, { reason: message, reasonEn: message });
  const errorId = randomUUID();
  report(errorId, origin);
  const shown = text('INTERNAL_ERROR', { errorId });
  return { ...shown, extensions: { ...shown.extensions, errorId } };
}

/** A scalar's own words, after the place in the variables that GraphQL puts before them in English. */
function placed(zh: string, en: string, origin: unknown): { readonly zh: string; readonly en: string } {
  const wrapped = origin instanceof GraphQLError && zh !== origin.message && zh.endsWith(origin.message);
  if (!wrapped) return { zh, en };
  const place = / at "([\w.[\]]+)"; /.exec(zh)?.[1];
  if (!place) return { zh: origin.message, en };
  return { zh: origin.message.replace(':', `:“${place}” `), en: en.replace(':', `: "${place}",`) };
}

const text = (code: FailureCode, params: RefusalParams = {}): Described => {
  const { zh, en } = FAILURES[code];
  return { message: fillText(zh, params), extensions: { code, messageEn: fillText(en, params) } };
};

/** The error below GraphQL's own wrappers. */
function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}

function violationsOf(error: unknown): string | null {
  const { extensions } = (error ?? {}) as { extensions?: { validationErrors?: ValidationError[] } };
  const errors = extensions?.validationErrors;
  return Array.isArray(errors) ? describeViolations(errors).join('; ') : null;
}

/** The body of an answer that is nothing but one failure: for what is refused before GraphQL sees it. */
export function failureBody(code: FailureCode, params: RefusalParams = {}): string {
  return JSON.stringify({ errors: [text(code, params)] });
}
