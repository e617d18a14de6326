import { mayTry } from '@duban/kernel';
import { failure } from '@duban/kernel/graphql';
import { EVALUATION_ACCESS } from '../evaluation.access.js';
import type { EvaluationContext } from '../evaluation.context.js';

/** Who rated what shows in causes and costs: to the offices, and to the unit itself about itself. */
export function requireExplanation({ viewer }: EvaluationContext, unitId: string): void {
  if (mayTry(EVALUATION_ACCESS, 'score:explain', viewer.role)) return;
  if (viewer.unitId !== unitId) throw failure('FORBIDDEN');
}
