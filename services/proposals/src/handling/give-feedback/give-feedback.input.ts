import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { FeedbackAxis } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FeedbackAxisEnum } from '../../graph/handling-vocabulary.type.js';

@InputType({ description: '评价项: the rating on one axis' })
export class RatingInput {
  @Field(() => FeedbackAxisEnum, {
    nullable: true,
    description: '评价维度: attitude, result or overall; or else the locality’s own axis',
  })
  axis?: FeedbackAxis | null;

  @Field(() => String, { nullable: true, description: '本地评价维度: code of an axis of the locality’s own' })
  ownAxis?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '满意度: one of the locality’s levels; needed unless the axis is rated in points',
  })
  level?: string | null;

  @Field(() => Int, { nullable: true, description: '分数: for an axis that is rated in points' })
  points?: number | null;

  @Field(() => String, { nullable: true, description: '意见: what the proposer adds' })
  comment?: string | null;
}

@InputType({ description: '评价: rates a formal reply; cannot be changed afterwards' })
export class GiveFeedbackInput extends CaseCommandInput {
  @Field(() => ID, { description: '答复: the formal reply' })
  replyId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '评价人: mandate of the one who rates; the viewer’s own when left out, given by an office that enters a signed form',
  })
  respondentId?: string | null;

  @ArrayMaxSize(10)
  @Field(() => [RatingInput], { description: '评价项: each axis of the locality’s process exactly once' })
  ratings: RatingInput[];
}
