import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { RecordValueInput } from '../record.input.js';

@InputType({ description: '更正工作记录: all its fields anew; whoever had signed signs again' })
export class CorrectRecordInput extends CaseCommandInput {
  @Field(() => ID, { description: '工作记录: the record' })
  recordId: string;

  @ArrayMaxSize(100)
  @Field(() => [RecordValueInput], { description: '内容: all fields as they should be' })
  values: RecordValueInput[];

  @Field(() => String, { description: '理由: why it is corrected' })
  reason: string;
}
