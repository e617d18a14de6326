import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { RecordEvidenceInput } from '../record.input.js';

@InputType({ description: '答复工作记录: answers a prompt, an inquiry or an opinion' })
export class AnswerRecordInput extends CaseCommandInput {
  @Field(() => ID, { description: '工作记录: the record' })
  recordId: string;

  @Field(() => String, { description: '内容: the answer' })
  text: string;

  @ArrayMaxSize(50)
  @Field(() => [RecordEvidenceInput], { nullable: true, description: '材料: what it rests on' })
  evidence?: RecordEvidenceInput[] | null;
}
