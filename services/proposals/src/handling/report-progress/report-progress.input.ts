import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '通报进度: the unit tells the proposers how far it is' })
export class ReportProgressInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '内容: how far it is' })
  text: string;
}
