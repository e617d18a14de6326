import { Field, InputType, Int } from 'type-graphql';
import { DatedInput } from '../../case-command/case-command.input.js';

@InputType({ description: '年度结转: carries the whole register to a year' })
export class RollOverRegisterInput extends DatedInput {
  @Field(() => Int, { description: '年度: the year that open entries of earlier years go on under' })
  toYear: number;
}
