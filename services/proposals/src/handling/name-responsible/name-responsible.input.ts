import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FieldValueInput } from '../../graph/field-value.input.js';

@InputType({ description: '明确责任人: the unit says who is responsible for it, by which standard and when' })
export class NameResponsibleInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @ArrayMaxSize(50)
  @Field(() => [FieldValueInput], { description: '要素: values of the locality’s fields' })
  fields: FieldValueInput[];
}
