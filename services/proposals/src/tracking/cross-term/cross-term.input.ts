import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '跨届续办: carries a promise into the next term' })
export class CrossTermInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => Int, { description: '届: the number of the term it goes on in' })
  toTerm: number;
}
