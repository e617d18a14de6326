import { Field, InputType, Int } from 'type-graphql';
import { SatisfactionAxisEnum } from '../evaluation.enums.type.js';
import type { Axis } from '../facts/vocabulary.js';

@InputType({ description: '评价项: one axis, by a level or by points' })
export class EnteredRatingInput {
  @Field(() => SatisfactionAxisEnum, {
    nullable: true,
    description: '评价方面: a common one, or else ownAxis',
  })
  axis?: Axis | null;

  @Field(() => String, { nullable: true, description: '本地评价方面: code of an axis of the locality’s own' })
  ownAxis?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '满意度: one of the locality’s levels; needed unless the axis is rated in points',
  })
  level?: string | null;

  @Field(() => Int, { nullable: true, description: '分数: for an axis that is rated in points' })
  points?: number | null;

  @Field(() => String, { nullable: true, description: '意见: in words, at most 2000 characters' })
  comment?: string | null;
}
