import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideRuling, type Ruling } from '../objection.js';

type Deps = Pick<EvaluationDeps, 'assessments' | 'evidence' | 'scores' | 'now' | 'newId'>;

/** 裁定申诉: gives the record that counts from now on. */
export const decideObjection = useCase({
  action: 'objection:decide' satisfies EvaluationAction,
  async execute(
    { assessments, evidence, scores, now, newId }: Deps,
    { tenant, role, accountId }: Viewer,
    { objection, ...said }: Ruling & { readonly objection: Key },
  ) {
    const record = await assessments.findContested(objection);
    if (!record) return refuse('OBJECTION_NOT_FOUND');
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null;
    const decision = decideRuling(newId(), record, said, { role, accountId }, { sheets, now });
    if (!decision.accepted) return decision;
    await assessments.rule(decision.value, record);
    const id = decision.value.replacement?.payload.recordId ?? record.recordId;
    const kept = await evidence.find({ tenant, id });
    return kept ? accept(kept) : refuse('EVIDENCE_NOT_FOUND');
  },
});
