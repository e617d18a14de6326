import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '提出协办意见: the co-unit tells the lead unit its opinion' })
export class GiveCoOpinionInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '内容: the opinion' })
  text: string;

  @Field(() => String, { nullable: true, description: '文号: number of the letter' })
  documentNumber?: string | null;

  @Field(() => Boolean, { description: '同意: whether the co-unit agrees with what the lead unit intends' })
  agreed: boolean;
}
