import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideObjection, type Objection } from '../objection.js';

type Deps = Pick<EvaluationDeps, 'assessments' | 'evidence' | 'scores' | 'now' | 'newId'>;

/** 申诉: the head of the graded unit objects; a grade of another unit is not there for them. */
export const objectToAssessment = useCase({
  action: 'assessment:object' satisfies EvaluationAction,
  async execute(
    { assessments, evidence, scores, now, newId }: Deps,
    { unitId }: Viewer,
    { record, ...objection }: Objection & { readonly record: Key },
  ) {
    const kept = await evidence.find(record);
    if (!kept || kept.subject.id !== unitId) return refuse('EVIDENCE_NOT_FOUND');
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null;
    const decision = decideObjection(newId(), kept, objection, { sheets, now });
    if (!decision.accepted) return decision;
    await assessments.object(decision.value);
    const told = await evidence.find(record);
    return told ? accept(told) : refuse('EVIDENCE_NOT_FOUND');
  },
});
