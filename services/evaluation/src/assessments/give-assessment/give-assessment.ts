import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { aboutOf, type SaidOf, sceneOf } from '../../evidence/evidence-scene.js';
import { type AssessmentWish, decideAssessment, givenBy } from '../assessment.js';

export type GiveAssessment = SaidOf & Pick<AssessmentWish, 'as'>;

type Deps = Pick<EvaluationDeps, 'assessments' | 'evidence' | 'scores' | 'directory' | 'now' | 'newId'>;

/** 评分: the unit about itself, a peer, a participant or the organiser grades a unit, each once. */
export const giveAssessment = useCase({
  action: 'assessment:give' satisfies EvaluationAction,
  async execute(deps: Deps, { role, unitId, accountId, tenant }: Viewer, input: GiveAssessment) {
    const { about: _about, case: _case, ...said } = input;
    const { assessments, evidence } = deps;
    const grader = { role, unitId, accountId };
    const wish = { ...said, ...aboutOf(input) };
    const recordId = deps.newId();
    const decision = decideAssessment(recordId, wish, {
      ...(await sceneOf(deps, input)),
      gradedUnit: await gradedUnit(deps, input.about),
      givenBefore: await assessments.givenBefore(wish, givenBy(said.as, grader)),
      grader,
    });
    if (!decision.accepted) return decision;
    await assessments.give(decision.value);
    const kept = await evidence.find({ tenant, id: recordId });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});

async function gradedUnit({ directory }: Deps, { kind, id }: SaidOf['about']): Promise<string | null> {
  if (kind === 'UNIT') return id;
  if (kind === 'PROPOSAL') return null;
  return (await directory.sections()).find((section) => section.id === id)?.unitId ?? null;
}
