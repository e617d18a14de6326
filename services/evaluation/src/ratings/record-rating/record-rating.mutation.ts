import { answer, DateTimeScalar, readId, resultOf } from '@duban/kernel/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { EnteredRatingSourceEnum, RatingMethodEnum } from '../rating.enums.type.js';
import { EnteredRatingInput } from '../rating.input.js';
import type { RatingMethod } from '../rating.js';
import { RatingType } from '../rating.type.js';
import type { EnteredSource } from '../rating-rules.js';
import { type RecordRating, recordRating } from './record-rating.js';

@InputType({ description: '录入评价: who said what about which reply, and how they were asked' })
class RecordRatingInput extends CommandInput {
  @Field(() => ID, { description: '件: the case' })
  proposalId: string;

  @Field(() => EnteredRatingSourceEnum, { description: '来源: verification, survey or follow-up' })
  source: EnteredSource;

  @Field(() => Int, { description: '轮次: which round of handling is rated' })
  round: number;

  @Field(() => ID, {
    nullable: true,
    description: '承办单位: whose handling; needed where several units handle it separately',
  })
  unitId?: string | null;

  @Field(() => ID, { description: '评价人: mandate of the proposer who rates' })
  raterId: string;

  @ArrayMaxSize(10)
  @Field(() => [EnteredRatingInput], { description: '评价项: what was said, axis by axis' })
  ratings: EnteredRatingInput[];

  @Field(() => RatingMethodEnum, { nullable: true, description: '征询方式: how they were asked' })
  method?: RatingMethod | null;

  @Field(() => String, {
    nullable: true,
    description: '受委托方: who asked on behalf of the office, at most 100 characters',
  })
  agency?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '评价时间: when it was said; now when left out',
  })
  at?: string | null;
}

const RecordRatingResult = resultOf('RecordRating', '录入评价', {
  ratings: { type: () => [RatingType], description: '评价: as recorded, one for each axis' },
});

@Resolver()
export class RecordRatingMutation {
  @Mutation(() => RecordRatingResult.Result, {
    description:
      '录入评价: what a proposer said when asked whether truly satisfied, in a third party’s survey, or about last year’s promise',
  })
  async recordRating(
    @Arg('input', () => RecordRatingInput, { description: '输入: who said what about which reply' })
    { idempotencyKey, proposalId, unitId, raterId, ...said }: RecordRatingInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish: RecordRating = {
      case: readId('proposal', proposalId, 'proposalId'),
      rater: readId('mandate', raterId, 'raterId'),
      unit: unitId == null ? null : readId('unit', unitId, 'unitId'),
      source: said.source,
      round: said.round,
      ratings: said.ratings.map(({ axis, ownAxis, level, points, comment }) => ({
        axis: axis ?? null,
        ownAxis: ownAxis ?? null,
        level: level ?? null,
        points: points ?? null,
        comment: comment ?? null,
      })),
      method: said.method ?? null,
      agency: said.agency ?? null,
      at: said.at ?? null,
    };
    const outcome = await context.run(recordRating, wish, { idempotencyKey });
    return answer(RecordRatingResult, outcome, (made) => ({
      ratings: made.map((one) => new RatingType(context.viewer.tenant, one)),
    }));
  }
}
