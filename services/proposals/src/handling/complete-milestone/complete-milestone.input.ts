import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { EvidenceInput } from '../../graph/evidence.input.js';

@InputType({ description: '完成节点: a milestone of the plan is reached' })
export class CompleteMilestoneInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => ID, { description: '节点: the milestone' })
  milestoneId: string;

  @Field(() => String, { nullable: true, description: '说明: what was done' })
  note?: string | null;

  @ArrayMaxSize(50)
  @Field(() => [EvidenceInput], { nullable: true, description: '证明: what shows it' })
  evidence?: EvidenceInput[] | null;
}
