import { Field, ID, InputType } from 'type-graphql';
import type { ReviewVerdict } from '../../case/vocabulary.js';
import { OpinionKindEnum } from '../../graph/grant.type.js';
import { ReviewVerdictEnum } from '../../graph/vocabulary.type.js';
import type { OpinionKind } from '../grant.js';
import { HeldGrantInput } from '../held-grant.input.js';

@InputType({ description: '提出意见: on a case that another locality granted' })
export class GiveOpinionInput extends HeldGrantInput {
  @Field(() => OpinionKindEnum, { description: '种类: one of those the grant lets be given' })
  kind: OpinionKind;

  @Field(() => ReviewVerdictEnum, { nullable: true, description: '审查结论: with an opinion on the review' })
  verdict?: ReviewVerdict | null;

  @Field(() => String, { nullable: true, description: '理由代码: a reason code of the other locality' })
  reasonCode?: string | null;

  @Field(() => String, { description: '内容: up to 2,000 characters' })
  text: string;

  @Field(() => ID, {
    nullable: true,
    description: '协同地方: with a decision, the locality that the matter is handled with',
  })
  withLocalityId?: string | null;
}
