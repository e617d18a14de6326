import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '交办: hands the case over; the clocks start' })
export class HandOverProposalInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '疑难件: a hard or wide matter, with the longer time limit',
  })
  hard?: boolean | null;
}
