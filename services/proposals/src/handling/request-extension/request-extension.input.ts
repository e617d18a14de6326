import type { DateUnit } from '@duban/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { DateUnitEnum } from '../../graph/vocabulary.type.js';

@InputType({ description: '申请延期: the unit asks for more time' })
export class RequestExtensionInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => Int, { description: '长度: how much longer' })
  amount: number;

  @Field(() => DateUnitEnum, { description: '单位: days, working days or months' })
  unit: DateUnit;

  @Field(() => String, { description: '理由: why' })
  reason: string;
}
