import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ReturnDecisionEnum } from '../../graph/handover-vocabulary.type.js';

@InputType({ description: '裁定退办: settles a return; on approval another unit takes over' })
export class DecideReturnInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => ReturnDecisionEnum, {
    description: '裁定: approve, refuse, or leave it to the next rung of the ladder',
  })
  decision: 'APPROVE' | 'REFUSE' | 'ESCALATE';

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '改办单位: the unit that takes over; the proposed one when left out',
  })
  unitId?: string | null;
}
