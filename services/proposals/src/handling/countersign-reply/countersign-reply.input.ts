import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '会签: a co-unit’s word on the lead unit’s draft' })
export class CountersignReplyInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the co-unit’s own assignment' })
  assignmentId: string;

  @Field(() => Boolean, { description: '同意: whether the co-unit agrees to the draft' })
  agreed: boolean;

  @Field(() => String, { nullable: true, description: '意见: needed when it does not agree' })
  text?: string | null;
}
