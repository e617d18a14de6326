import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '并案: puts a case into another one' })
export class MergeProposalInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case that goes into another one' })
  proposalId: string;

  @Field(() => ID, { description: '并入: the case that takes it in' })
  intoId: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
