import { Field, ID, InputType } from 'type-graphql';
import type { ReviewVerdict } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ReviewVerdictEnum } from '../../graph/vocabulary.type.js';

@InputType({ description: '作出审查意见: decides the current review stage' })
export class DecideReviewInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, {
    description: '审查环节: the stage that is meant; refused when the case is at another one',
  })
  stage: string;

  @Field(() => ReviewVerdictEnum, { description: '审查结论: one of those the stage may give' })
  verdict: ReviewVerdict;

  @Field(() => String, { nullable: true, description: '理由代码: one of the locality’s reasons' })
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: '理由: in words' })
  reasonText?: string | null;

  @Field(() => String, { nullable: true, description: '转为: what it is handled as instead' })
  convertedTo?: string | null;

  @Field(() => ID, { nullable: true, description: '并入: with the verdict MERGE, the case that takes it in' })
  mergeIntoId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '审查人: from paper, who reviewed; needed when several reviewers decide at one stage',
  })
  reviewerName?: string | null;
}
