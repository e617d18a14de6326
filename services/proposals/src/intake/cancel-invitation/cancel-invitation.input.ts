import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '取消联名邀请: takes an unanswered invitation back' })
export class CancelInvitationInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ID, { description: '代表(委员)资格: who was invited' })
  mandateId: string;
}
