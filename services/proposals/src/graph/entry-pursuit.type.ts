import { DateScalar, DateTimeScalar, RoleEnum } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { EntryPlan as PlanState, EntryRating as RatingState } from '../case/state-register.js';
import { CanonicalLevelEnum } from './handling-vocabulary.type.js';

@ObjectType({ description: '推进节点: a step on the way to keeping a promise' })
export class EntryMilestone {
  @Field(() => Int, { description: '序号: from 1' })
  number: number;

  @Field(() => String, { description: '名称: what is done' })
  title: string;

  @Field(() => DateScalar, { description: '完成期限: by when' })
  dueOn: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '完成时间: when the unit reported it' })
  doneAt: string | null;
}

@ObjectType({ description: '推进计划: who sees to a promise, and the steps on the way' })
export class EntryPlan {
  @Field(() => String, { description: '责任人: who sees to it' })
  responsible: string;

  @Field(() => [EntryMilestone], { description: '节点: in order' })
  milestones: readonly EntryMilestone[];

  @Field(() => DateTimeScalar, { description: '制定时间: when it was set' })
  at: string;

  static of = (plan: PlanState | null): EntryPlan | null =>
    plan &&
    Object.assign(new EntryPlan(), plan, {
      milestones: plan.milestones.map((one) => Object.assign(new EntryMilestone(), one)),
    });
}

@ObjectType({ description: '后续办理评价: what was done since for a promise, rated in a later year' })
export class EntryRating {
  readonly respondent: string;

  @Field(() => Int, { description: '年度: the year it was rated in' })
  year: number;

  @Field(() => String, { description: '满意度: the locality’s own level' })
  level: string;

  @Field(() => CanonicalLevelEnum, { description: '通用满意度: what the level means' })
  canonicalLevel: string;

  /** Not fields: shown to whoever may see persons. */
  readonly said: string | null;
  readonly proposalId: string;

  @Field(() => RoleEnum, {
    nullable: true,
    description: '代录角色: who entered it from paper; null when the proposer did',
  })
  collectedBy: string | null;

  @Field(() => DateTimeScalar, { description: '评价时间: when it was given' })
  at: string;

  static of = ({ comment, ...rating }: RatingState, proposalId: string): EntryRating =>
    Object.assign(new EntryRating(), rating, { said: comment, proposalId });
}
