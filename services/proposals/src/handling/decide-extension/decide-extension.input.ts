import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { DecisionEnum } from '../../graph/handling-vocabulary.type.js';

@InputType({ description: '审批延期: grants more time or not' })
export class DecideExtensionInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => DecisionEnum, { description: '裁定: approve or refuse' })
  decision: 'APPROVE' | 'REFUSE';

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
