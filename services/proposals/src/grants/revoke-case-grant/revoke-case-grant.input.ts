import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '收回授权: ends a grant at once' })
export class RevokeCaseGrantInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ID, { description: '授权: the grant' })
  caseGrantId: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;
}
