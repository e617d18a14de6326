import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FieldValueInput } from '../../graph/field-value.input.js';

@InputType({ description: '交办要素: the value of a field of the handover' })
export class HandoverValueInput extends FieldValueInput {
  @Field(() => ID, { nullable: true, description: '单位: for a field that is given for each unit' })
  unitId?: string | null;
}

@InputType({ description: '交办: hands the case over; the clocks start' })
export class HandOverProposalInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '疑难件: a hard or wide matter, with the longer time limit',
  })
  hard?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: '通知文号: number of the notice it is handed over with',
  })
  noticeNumber?: string | null;

  @ArrayMaxSize(200)
  @Field(() => [HandoverValueInput], {
    nullable: true,
    description: '交办要素: what the locality wants fixed at the handover',
  })
  fields?: HandoverValueInput[] | null;
}
