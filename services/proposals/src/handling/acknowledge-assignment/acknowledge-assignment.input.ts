import { Field, ID, InputType } from 'type-graphql';
import type { ReceiptOpinion } from '../../case/state-handover.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ReceiptOpinionEnum } from '../../graph/handover-vocabulary.type.js';

@InputType({ description: '签收: the unit takes the assignment on' })
export class AcknowledgeAssignmentInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { nullable: true, description: '备注: a remark' })
  note?: string | null;

  @Field(() => ReceiptOpinionEnum, {
    nullable: true,
    description: '回执意见: whether the unit agrees; a problem needs a remark',
  })
  opinion?: ReceiptOpinion | null;
}
