import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '邀请联名: asks a deputy or member to sign' })
export class InviteCosignerInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ID, { description: '代表(委员)资格: who is invited' })
  mandateId: string;
}
