import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { decideRecord, type EvidenceWish } from '../evidence.js';
import type { Key } from '../evidence.store.js';

export type RecordEvidence = Omit<EvidenceWish, 'subject' | 'caseId'> & {
  readonly unit: Key;
  readonly case: Key | null;
};

type Deps = Pick<EvaluationDeps, 'evidence' | 'scores' | 'now' | 'newId'>;

/** 记录评分依据: a grade, a rating or a flag that scores read, with the documents that show it. */
export const recordEvidence = useCase({
  action: 'evidence:record' satisfies EvaluationAction,
  async execute({ evidence, scores, now, newId }: Deps, { tenant }: Viewer, input: RecordEvidence) {
    const { unit, case: about, ...said } = input;
    const subject = { kind: 'UNIT', id: unit.id } as const;
    const version = await scores.sheetsOn(dateInShanghai(now));
    const scene = {
      sheets: version?.sheets ?? null,
      subjectKnown: await evidence.knows('UNIT', unit),
      caseKnown: about === null || (await evidence.knows('PROPOSAL', about)),
      now,
    };
    const recordId = newId();
    const decision = decideRecord(recordId, { ...said, subject, caseId: about?.id ?? null }, scene);
    if (!decision.accepted) return decision;
    await evidence.append(decision.value);
    const kept = await evidence.find({ tenant, id: recordId });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});
