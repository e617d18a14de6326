import { DateScalar } from '@duban/kernel/graphql';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput } from '../../case-command/case-command.input.js';
import { HandoverValueInput } from '../hand-over-proposal/hand-over-proposal.input.js';

@InputType({ description: '交办件: one case of the batch' })
class BatchItemInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '疑难件: a hard or wide matter, with the longer time limit',
  })
  hard?: boolean | null;

  @ArrayMaxSize(200)
  @Field(() => [HandoverValueInput], {
    nullable: true,
    description: '交办要素: what the locality wants fixed at the handover',
  })
  fields?: HandoverValueInput[] | null;
}

@InputType({ description: '集中交办: hands many cases over at a meeting, or with one notice' })
export class HandOverBatchInput extends CommandInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Field(() => [BatchItemInput], { description: '交办件: 1 to 500 cases' })
  items: BatchItemInput[];

  @Field(() => String, { nullable: true, description: '会议名称: the meeting, at most 100 characters' })
  meeting?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '日期: when it was held; today when left out' })
  heldOn?: string | null;

  @Field(() => String, { nullable: true, description: '地点: where, at most 100 characters' })
  place?: string | null;

  @ArrayMaxSize(200)
  @Field(() => [String], { nullable: true, description: '出席人: who attended, by name' })
  attendees?: string[] | null;

  @Field(() => String, { nullable: true, description: '通知文号: number of the notice for all of them' })
  noticeNumber?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '整批: all of them or none; else a case that is refused does not hold up the others',
  })
  together?: boolean | null;
}
