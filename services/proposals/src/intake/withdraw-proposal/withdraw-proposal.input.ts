import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '撤回建议提案: takes the case back in writing' })
export class WithdrawProposalInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { description: '书面申请: number or title of the letter' })
  letter: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
