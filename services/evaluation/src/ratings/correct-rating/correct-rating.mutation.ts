import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { RatingType } from '../rating.type.js';
import { correctRating } from './correct-rating.js';

@InputType({ description: '更正评价: which rating, and what was said in truth' })
class CorrectRatingInput extends CommandInput {
  @Field(() => ID, { description: '编号: the rating that is wrong' })
  ratingId: string;

  @Field(() => String, { nullable: true, description: '满意度: one of the locality’s levels' })
  level?: string | null;

  @Field(() => Int, { nullable: true, description: '分数: for an axis that is rated in points' })
  points?: number | null;

  @Field(() => String, { nullable: true, description: '意见: in words, at most 2000 characters' })
  comment?: string | null;

  @Field(() => String, { description: '更正理由: 1 to 500 characters' })
  reason: string;
}

const CorrectRatingResult = resultOf('CorrectRating', '更正评价', {
  rating: { type: () => RatingType, description: '评价: the one that counts now' },
});

@Resolver()
export class CorrectRatingMutation {
  @Mutation(() => CorrectRatingResult.Result, {
    description: '更正评价: another rating takes its place, with the reason; both are kept',
  })
  async correctRating(
    @Arg('input', () => CorrectRatingInput, { description: '输入: which rating, and what counts instead' })
    { idempotencyKey, ratingId, level, points, comment, reason }: CorrectRatingInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const correction = {
      rating: readId('rating', ratingId, 'ratingId'),
      level: level ?? null,
      points: points ?? null,
      comment: comment ?? null,
      reason,
    };
    const outcome = await context.run(correctRating, correction, { idempotencyKey });
    return answer(CorrectRatingResult, outcome, (rating) => ({
      rating: new RatingType(context.viewer.tenant, rating),
    }));
  }
}
