import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '事项: one matter of the case' })
class MatterInput {
  @Field(() => String, { description: '内容: what is asked for' })
  text: string;

  @ArrayMaxSize(50)
  @Field(() => [ID], { description: '承办单位: units of the case that answer for it; at least one' })
  unitIds: string[];
}

@InputType({
  description:
    '分解事项: says which matters the case has, and which of its units answers for each; replaces what was said before',
})
export class SplitMattersInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @ArrayMaxSize(50)
  @Field(() => [MatterInput], { description: '事项: in order' })
  matters: MatterInput[];
}
