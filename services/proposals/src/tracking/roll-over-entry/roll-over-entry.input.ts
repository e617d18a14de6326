import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '结转: carries a promise to the next year' })
export class RollOverEntryInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => Int, { description: '年度: the next year' })
  toYear: number;
}
