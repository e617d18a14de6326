import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { decideRecord, type EvidenceWish } from '../evidence.js';
import { aboutOf, type SaidOf, sceneOf } from '../evidence-scene.js';

export type RecordEvidence = SaidOf & Pick<EvidenceWish, 'source' | 'at'>;

type Deps = Pick<EvaluationDeps, 'evidence' | 'scores' | 'now' | 'newId'>;

/** 记录评分依据: a grade, a rating or a flag that scores read, with the documents that show it. */
export const recordEvidence = useCase({
  action: 'evidence:record' satisfies EvaluationAction,
  async execute(deps: Deps, { tenant }: Viewer, input: RecordEvidence) {
    const { about: _about, case: _case, ...said } = input;
    const recordId = deps.newId();
    const decision = decideRecord(recordId, { ...said, ...aboutOf(input) }, await sceneOf(deps, input));
    if (!decision.accepted) return decision;
    await deps.evidence.append(decision.value);
    const kept = await deps.evidence.find({ tenant, id: recordId });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});
