import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import type { RatingSource } from '../../facts/vocabulary.js';
import { ProposalType } from '../../foreign.type.js';
import { AwaitedRatingType } from '../awaited-rating.type.js';
import { RatingSourceEnum } from '../rating.enums.type.js';
import type { CaseRatings } from '../rating.store.js';
import { RatingType } from '../rating.type.js';
import { awaitedSeen, ratingsSeen } from '../rating-sight.js';

@Resolver(() => ProposalType)
export class ProposalRatings {
  @FieldResolver(() => [RatingType], {
    description:
      '评价: all ratings of the case from every side, the first given first, replaced ones included; units see how they were rated, and by whom only where the locality allows it',
  })
  async ratings(
    @Root() { caseId }: ProposalType,
    @Ctx() context: EvaluationContext,
    @Arg('source', () => RatingSourceEnum, { nullable: true, description: '来源: this one only' })
    source?: RatingSource | null,
  ): Promise<RatingType[]> {
    const known = await knownOf(context, caseId);
    if (!known) return [];
    return ratingsSeen(context.viewer, known)
      .filter((rating) => source == null || rating.source === source)
      .map((rating) => new RatingType(context.viewer.tenant, rating));
  }

  @FieldResolver(() => [AwaitedRatingType], {
    description: '未评价: who was asked to rate and has not, since when; told to those who see ratings',
  })
  async awaitedRatings(
    @Root() { caseId }: ProposalType,
    @Ctx() context: EvaluationContext,
  ): Promise<AwaitedRatingType[]> {
    const known = await knownOf(context, caseId);
    if (!known) return [];
    return awaitedSeen(context.viewer, known).map((one) => new AwaitedRatingType(context.viewer.tenant, one));
  }
}

/** Two statements for all cases of an operation. */
const knownOf = (context: EvaluationContext, caseId: string): Promise<CaseRatings | null> =>
  context
    .loader<string, CaseRatings | null>('ratings', async (caseIds) => {
      const { ratings } = await context.reads();
      const known = await ratings.of(caseIds);
      return caseIds.map((id) => known.get(id) ?? null);
    })
    .load(caseId);
