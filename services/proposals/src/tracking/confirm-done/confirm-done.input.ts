import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '核实落实: confirms that the promise is kept' })
export class ConfirmDoneInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { nullable: true, description: '备注: what was seen' })
  note?: string | null;
}
