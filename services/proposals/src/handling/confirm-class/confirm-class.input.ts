import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '确认结果类别: confirms or corrects the class a reply claims' })
export class ConfirmClassInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '类别: one of the locality’s classes' })
  class: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
