import { accept, dateInShanghai, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { awardCalled, decidePublication, type Nomination } from '../award.js';
import { roundOf } from '../round-of.js';

export type PublishAwards = Pick<Nomination, 'code' | 'year'> & { readonly reference: string };

type Deps = Pick<EvaluationDeps, 'awards' | 'scores' | 'now'>;

/** 公布评优结果: everybody of the locality sees who has the award from then on. */
export const publishAwards = useCase({
  action: 'award:publish' satisfies EvaluationAction,
  async execute({ awards, scores, now }: Deps, { role }: Viewer, { reference, ...of }: PublishAwards) {
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null;
    const found = awardCalled(sheets, of.code);
    if (!found.accepted) return found;
    const all = await awards.round(of.code, of.year);
    const round = roundOf(all, () => ({ vetoes: [], rank: null }));
    const decision = decidePublication(of, reference, role, { award: found.value, round, now });
    if (!decision.accepted) return decision;
    await awards.publish(decision.value, all);
    const told = await awards.round(of.code, of.year);
    return accept(told.filter(({ publishedAt }) => publishedAt !== null));
  },
});
