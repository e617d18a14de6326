import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '推进节点: a step on the way to keeping a promise' })
export class PlannedStepInput {
  @Field(() => String, { description: '名称: what is done, at most 100 characters' })
  title: string;

  @Field(() => DateScalar, { description: '完成期限: by when' })
  dueOn: string;
}

@InputType({ description: '制定推进计划: who sees to a promise, and by when what is done' })
export class PlanEntryInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { description: '责任人: who sees to it' })
  responsible: string;

  @Field(() => [PlannedStepInput], { description: '节点: 1 to 20 steps, their days in order' })
  milestones: PlannedStepInput[];
}
