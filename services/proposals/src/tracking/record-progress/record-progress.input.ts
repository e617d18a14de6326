import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '记录进展: notes progress on a promise' })
export class RecordProgressInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { description: '内容: what was done' })
  text: string;

  @Field(() => Int, { nullable: true, description: '节点序号: the step of the plan that was reached' })
  milestone?: number | null;
}
