import { accept, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import type { Rating } from '../rating.js';
import { decideRatingCorrection, type RatingCorrection } from '../rating-correction.js';

export type CorrectRating = RatingCorrection & { readonly rating: Key };

type Deps = Pick<EvaluationDeps, 'ratings' | 'now' | 'newId'>;

/** 更正评价: another rating takes its place; both are kept. */
export const correctRating = useCase({
  action: 'rating:correct' satisfies EvaluationAction,
  async execute(
    { ratings, now, newId }: Deps,
    viewer: Viewer,
    { rating, ...correction }: CorrectRating,
  ): Promise<Outcome<Rating>> {
    const old = await ratings.find(rating);
    if (!old) return refuse('RATING_NOT_FOUND');
    const rules = await ratings.rules();
    const decision = decideRatingCorrection(old, correction, { rules, viewer, now, newId });
    if (!decision.accepted) return decision;
    const { caseId } = old;
    const entered = async () => (await ratings.of([caseId])).get(caseId)?.entered ?? [];
    await ratings.append(caseId, (await entered()).length, [decision.value]);
    const made = (await entered()).find(({ ratingId }) => ratingId === decision.value.payload.ratingId);
    return made ? accept(made) : refuse('RATING_NOT_FOUND');
  },
});
