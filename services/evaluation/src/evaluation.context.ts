import type { Outcome } from '@duban/kernel';
import { type Context, failure } from '@duban/kernel/graphql';
import type { EvaluationDeps } from './evaluation.deps.js';

export type EvaluationContext = Context<EvaluationDeps>;

/** The value of a query, or the documented error that a field fails with. */
export function valueOrFail<Value>(outcome: Outcome<Value>): Value {
  if (outcome.accepted) return outcome.value;
  throw failure(outcome.code === 'ROLE_NOT_ALLOWED' ? 'FORBIDDEN' : 'NOT_GRANTED');
}
