import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '拟稿: writes what the unit means to answer' })
export class DraftReplyInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '正文: text of the draft; it replaces an earlier one' })
  body: string;

  @Field(() => String, { description: '自评类别: the class the unit means to claim' })
  claimedClass: string;
}
