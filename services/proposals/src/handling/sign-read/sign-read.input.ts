import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '阅签: the head of the unit has read it and signs' })
export class SignReadInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { nullable: true, description: '批示: a remark' })
  note?: string | null;
}
