import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '要求重新办理: another round for another reason than the rating' })
export class RequireRehandlingInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment that was answered' })
  assignmentId: string;

  @Field(() => String, { description: '事由代码: one of the locality’s, such as low-quality' })
  trigger: string;

  @Field(() => String, { description: '说明: what was found' })
  note: string;
}
