import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { awardCalled, decideNomination, type Nomination } from '../award.js';
import { roundOf } from '../round-of.js';
import { standingsOf } from '../standing-of.js';

export type NominateAward = Nomination & { readonly subjectTenant: number };

type Deps = Pick<EvaluationDeps, 'awards' | 'evidence' | 'scores' | 'language' | 'now' | 'newId'>;

/** 推荐评优: a unit or a case is put forward, with what speaks for it. */
export const nominateAward = useCase({
  action: 'award:nominate' satisfies EvaluationAction,
  async execute(
    deps: Deps,
    { tenant, role, unitId }: Viewer,
    { subjectTenant, ...nomination }: NominateAward,
  ) {
    const { awards, evidence, scores, now, newId } = deps;
    const { code, year, subject } = nomination;
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null;
    const found = awardCalled(sheets, code);
    if (!found.accepted || !sheets)
      return found.accepted ? refuse('AWARD_UNKNOWN', { code, known: '—' }) : found;
    const all = await awards.round(code, year);
    const standing = await standingsOf(deps, found.value, sheets, year);
    const awardId = newId();
    const decision = decideNomination(
      awardId,
      nomination,
      { role, unitId },
      {
        sheets,
        subjectKnown: await evidence.knows(subject.kind, { tenant: subjectTenant, id: subject.id }),
        nominatedBefore: all.some((one) => one.subject.id === subject.id),
        standing: standing(subject.id),
        round: roundOf(all, standing),
        now,
      },
    );
    if (!decision.accepted) return decision;
    await awards.nominate(decision.value, all);
    const kept = await awards.find({ tenant, id: awardId });
    return kept ? accept(kept) : refuse('AWARD_NOT_FOUND');
  },
});
