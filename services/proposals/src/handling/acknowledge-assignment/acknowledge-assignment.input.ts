import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '签收: the unit takes the assignment on' })
export class AcknowledgeAssignmentInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { nullable: true, description: '备注: a remark' })
  note?: string | null;
}
