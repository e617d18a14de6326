import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '降类: says that a promise is no longer feasible' })
export class DowngradeEntryInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { description: '类别: a class that is not tracked' })
  class: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;
}
