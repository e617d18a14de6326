import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '结束督办: ends a duty on a case' })
export class EndDutyInput extends CaseCommandInput {
  @Field(() => ID, { description: '督办职责: the duty' })
  dutyId: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
