import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '申请退办: the unit says it is not its business' })
export class RequestReturnInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;

  @Field(() => ID, { nullable: true, description: '建议单位: the unit that should have it' })
  proposedUnitId?: string | null;
}
