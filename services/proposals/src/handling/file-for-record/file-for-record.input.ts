import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '备案: it cannot be handled now; it is filed and looked at again' })
export class FileForRecordInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '理由: why it cannot be handled now' })
  reason: string;
}
