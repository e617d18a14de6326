import { Field, ID, InputType, Int } from 'type-graphql';
import { DatedInput } from '../../case-command/case-command.input.js';

@InputType({ description: '单位年度办结: closes a unit’s year' })
export class CloseUnitYearInput extends DatedInput {
  @Field(() => ID, { description: '承办单位: the unit' })
  unitId: string;

  @Field(() => Int, { description: '年度: the year the cases are counted under, this one at the latest' })
  year: number;
}
