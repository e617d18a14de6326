import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { type AssessmentWish, decideAssessment, givenBy } from '../assessment.js';

export type GiveAssessment = Omit<AssessmentWish, 'subject' | 'caseId'> & {
  readonly unit: Key;
  readonly case: Key | null;
};

type Deps = Pick<EvaluationDeps, 'assessments' | 'evidence' | 'scores' | 'now' | 'newId'>;

/** 评分: the unit about itself, a peer, a participant or the organiser grades a unit, each once. */
export const giveAssessment = useCase({
  action: 'assessment:give' satisfies EvaluationAction,
  async execute({ assessments, evidence, scores, now, newId }: Deps, viewer: Viewer, input: GiveAssessment) {
    const { unit, case: about, ...said } = input;
    const { role, unitId, accountId, tenant } = viewer;
    const grader = { role, unitId, accountId };
    const subject = { kind: 'UNIT', id: unit.id } as const;
    const wish = { ...said, subject, caseId: about?.id ?? null };
    const version = await scores.sheetsOn(dateInShanghai(now));
    const recordId = newId();
    const decision = decideAssessment(recordId, wish, {
      sheets: version?.sheets ?? null,
      subjectKnown: await evidence.knows('UNIT', unit),
      caseKnown: about === null || (await evidence.knows('PROPOSAL', about)),
      givenBefore: await assessments.givenBefore(wish, givenBy(said.as, grader)),
      grader,
      now,
    });
    if (!decision.accepted) return decision;
    await assessments.give(decision.value);
    const kept = await evidence.find({ tenant, id: recordId });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});
