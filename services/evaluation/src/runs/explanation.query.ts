import { mayTry } from '@duban/kernel';
import { failure } from '@duban/kernel/graphql';
import { EVALUATION_ACCESS } from '../evaluation.access.js';
import type { EvaluationContext } from '../evaluation.context.js';
import type { SubjectKind } from '../sheet/sheet.js';
import { knownSections } from './known-sections.query.js';

/** Who rated what shows in causes and costs: to the offices, and to a unit about itself and its sections. */
export async function requireExplanation(
  context: EvaluationContext,
  subject: SubjectKind,
  subjectId: string,
): Promise<void> {
  const { viewer } = context;
  if (mayTry(EVALUATION_ACCESS, 'score:explain', viewer.role)) return;
  const unitId = viewer.unitId && (await unitOf(context, subject, subjectId));
  if (!unitId || viewer.unitId !== unitId) throw failure('FORBIDDEN');
}

async function unitOf(
  context: EvaluationContext,
  subject: SubjectKind,
  subjectId: string,
): Promise<string | null> {
  if (subject === 'UNIT') return subjectId;
  if (subject !== 'SECTION') return null;
  const { byId } = await knownSections(context);
  return byId.get(subjectId)?.unitId ?? null;
}
