import { fillText, type Outcome, type RefusalCatalogue } from '@duban/kernel';
import { badInput, type Context, failure } from '@duban/kernel/graphql';
import type { EvaluationDeps } from './evaluation.deps.js';
import { yearFault } from './runs/score-question.js';

export type EvaluationContext = Context<EvaluationDeps>;

/** The value of a query, or the documented error that a field fails with. */
export function valueOrFail<Value>(outcome: Outcome<Value>): Value {
  if (outcome.accepted) return outcome.value;
  throw failure(outcome.code === 'ROLE_NOT_ALLOWED' ? 'FORBIDDEN' : 'NOT_GRANTED');
}

/** The same, where a refusal of this catalogue is told as what was asked wrongly. */
export function valueOrBadInput<Value>(outcome: Outcome<Value>, refusals: RefusalCatalogue): Value {
  const words = outcome.accepted ? undefined : refusals[outcome.code];
  if (outcome.accepted || !words) return valueOrFail(outcome);
  throw badInput(fillText(words.zh, outcome.params), fillText(words.en, outcome.params));
}

/** A year whose scores are spoken of, or BAD_USER_INPUT. */
export function readYear(year: number): number {
  const wrong = yearFault(year);
  if (wrong) throw badInput(wrong.zh, wrong.en);
  return year;
}
