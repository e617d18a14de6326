import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({
  description: '采纳下级审查意见: makes the opinion of a lower locality the decision of its stage',
})
export class TakeOpinionInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ID, { description: '其他地方的意见: which one' })
  opinionId: string;
}
