import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '登记纸质原件: what the paper says; registered again, the later one counts' })
export class RegisterPaperInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { description: '标题: as on the paper' })
  title: string;

  @Field(() => String, { description: '正文: as on the paper' })
  body: string;

  @Field(() => ID, { description: '领衔人: mandate of who signed first' })
  leadProposerId: string;

  @ArrayMaxSize(1000)
  @Field(() => [ID], { description: '联名人: mandates of the others who signed' })
  cosignerIds: string[];

  @Field(() => Int, { nullable: true, description: '页数: number of pages' })
  pages?: number | null;

  @Field(() => String, { nullable: true, description: '存放: where the paper is kept, e.g. a file number' })
  reference?: string | null;
}
