import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ReplyVerdictEnum } from '../../graph/answering-vocabulary.type.js';

@InputType({ description: '审核答复稿: what the office says of a draft' })
export class ReviewReplyInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => ReplyVerdictEnum, { description: '结论: may be sent or not' })
  verdict: 'PASS' | 'REJECT';

  @Field(() => [String], {
    nullable: true,
    description: '问题代码: what is wrong, by the locality’s codes, such as perfunctory',
  })
  faults?: string[] | null;

  @Field(() => String, { nullable: true, description: '理由: needed when nothing is named' })
  reason?: string | null;
}
