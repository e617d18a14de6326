import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '预交办答复: the proposer or a unit says whether the proposed units are right' })
export class AnswerAllocationInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => Boolean, { description: '同意: whether they agree' })
  agrees: boolean;

  @Field(() => String, { nullable: true, description: '理由: why not; needed when they do not agree' })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: '建议单位: the unit that should have it instead' })
  proposedUnitId?: string | null;
}
