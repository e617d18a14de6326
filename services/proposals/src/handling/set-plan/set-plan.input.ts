import { DateScalar } from '@duban/kernel/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FieldValueInput } from '../../graph/field-value.input.js';
import { PlanKindEnum } from '../../graph/handover-vocabulary.type.js';
import type { PlanKind } from '../../process/plans.js';

@InputType({ description: '节点: one step of the plan' })
class MilestoneInput {
  @Field(() => String, { description: '名称: what is reached; each its own name' })
  title: string;

  @Field(() => DateScalar, { description: '时限: the last day' })
  dueOn: string;
}

@InputType({ description: '制定办理计划: how the unit goes about it; replaces an earlier plan' })
export class SetPlanInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => PlanKindEnum, { description: '计划种类: within the year, or planned' })
  kind: PlanKind;

  @ArrayMaxSize(50)
  @Field(() => [FieldValueInput], { description: '要素: values of the locality’s fields' })
  fields: FieldValueInput[];

  @ArrayMaxSize(50)
  @Field(() => [MilestoneInput], {
    nullable: true,
    description: '节点: in order; left out, those of the locality’s schedule counted back from the end',
  })
  milestones?: MilestoneInput[] | null;
}
