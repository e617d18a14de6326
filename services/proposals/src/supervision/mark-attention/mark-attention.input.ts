import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '标注社会关注度高: says that many care about the case' })
export class MarkAttentionInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { description: '依据: by what one sees it' })
  reason: string;
}
