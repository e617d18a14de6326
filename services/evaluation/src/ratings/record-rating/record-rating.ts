import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideRatings, type RatingWish } from '../new-rating.js';
import type { Rating } from '../rating.js';

export type RecordRating = Omit<RatingWish, 'raterId' | 'unitId'> & {
  readonly case: Key;
  readonly rater: Key;
  readonly unit: Key | null;
};

type Deps = Pick<EvaluationDeps, 'ratings' | 'now' | 'newId'>;

/** 录入评价: what a proposer said when asked about a reply, by those the locality entrusts with it. */
export const recordRating = useCase({
  action: 'rating:record' satisfies EvaluationAction,
  async execute(
    { ratings, now, newId }: Deps,
    viewer: Viewer,
    { case: { tenant, id: caseId }, rater, unit, ...said }: RecordRating,
  ): Promise<Outcome<readonly Rating[]>> {
    const known = tenant === viewer.tenant ? (await ratings.of([caseId])).get(caseId) : undefined;
    const kept = known?.entered ?? [];
    const rules = await ratings.rules();
    const wish: RatingWish = { ...said, raterId: rater.id, unitId: unit?.id ?? null };
    const scene = { caseId, file: known?.file ?? null, kept, rules, viewer, now, newId };
    const decision = decideRatings(wish, scene);
    if (!decision.accepted) return decision;
    await ratings.append(caseId, kept.length, decision.value);
    const made = new Set(decision.value.map(({ payload }) => payload.ratingId));
    const after = (await ratings.of([caseId])).get(caseId)?.entered ?? [];
    return accept(after.filter(({ ratingId }) => made.has(ratingId)));
  },
});
