import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { awardCalled, type Decision, decideOnAward } from '../award.js';
import { roundOf } from '../round-of.js';
import { standingsOf } from '../standing-of.js';

type Deps = Pick<EvaluationDeps, 'awards' | 'scores' | 'language' | 'now'>;

/** 评定: somebody who was nominated gets the award, or does not. */
export const decideAward = useCase({
  action: 'award:decide' satisfies EvaluationAction,
  async execute(deps: Deps, { role }: Viewer, { award: key, ...said }: Decision & { readonly award: Key }) {
    const { awards, scores, now } = deps;
    const kept = await awards.find(key);
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets;
    if (!kept || !sheets) return refuse('AWARD_NOT_FOUND');
    const found = awardCalled(sheets, kept.code);
    if (!found.accepted) return found;
    const all = await awards.round(kept.code, kept.year);
    const standing = await standingsOf(deps, found.value, sheets, kept.year);
    const decision = decideOnAward(kept.awardId, said, role, {
      award: found.value,
      decidedBefore: kept.verdict !== null,
      standing: standing(kept.subject.id),
      round: roundOf(all, standing),
      now,
    });
    if (!decision.accepted) return decision;
    await awards.decide(decision.value, kept, all);
    const told = await awards.find(key);
    return told ? accept(told) : refuse('AWARD_NOT_FOUND');
  },
});
