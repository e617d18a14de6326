import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { decideCorrection, type EvidenceDocument } from '../evidence.js';
import { isContested, type Key } from '../evidence.store.js';

export type CorrectEvidence = {
  readonly record: Key;
  readonly value: string;
  readonly documents: readonly EvidenceDocument[];
  readonly note: string | null;
  readonly reason: string;
};

type Deps = Pick<EvaluationDeps, 'evidence' | 'scores' | 'now' | 'newId'>;

/** 更正评分依据: from now on another value counts; a score as of before keeps the old one. */
export const correctEvidence = useCase({
  action: 'evidence:correct' satisfies EvaluationAction,
  async execute(
    { evidence, scores, now, newId }: Deps,
    { tenant }: Viewer,
    { record, ...correction }: CorrectEvidence,
  ) {
    const old = await evidence.find(record);
    if (!old) return refuse('EVIDENCE_NOT_FOUND');
    const version = await scores.sheetsOn(dateInShanghai(now));
    const recordId = newId();
    const decision = decideCorrection(recordId, { ...old, contested: isContested(old) }, correction, {
      sheets: version?.sheets ?? null,
      now,
    });
    if (!decision.accepted) return decision;
    await evidence.append(decision.value, old);
    const kept = await evidence.find({ tenant, id: recordId });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});
