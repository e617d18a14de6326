import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  Filing as FilingFact,
  Milestone as MilestoneFact,
  Plan as PlanFact,
  Responsible as ResponsibleFact,
} from '../case/state.js';
import { DueDate } from './due-date.type.js';
import { FieldValue } from './handover.type.js';
import { PlanKindEnum } from './handover-vocabulary.type.js';
import { Evidence } from './tracking-entry.type.js';

@ObjectType({ description: '节点: one step of a plan' })
export class Milestone {
  constructor(
    readonly tenant: number,
    readonly fact: MilestoneFact,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'milestone', tenant: this.tenant, id: this.fact.milestoneId });
  }

  @Field(() => String, { description: '名称: what is reached' })
  get title(): string {
    return this.fact.title;
  }

  @Field(() => DueDate, { description: '时限: until when' })
  get due(): DueDate {
    return DueDate.of(this.fact.due) as DueDate;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '完成时间: when it was reached' })
  get doneAt(): string | null {
    return this.fact.doneAt;
  }

  @Field(() => String, { nullable: true, description: '说明: what was done' })
  get note(): string | null {
    return this.fact.note;
  }

  @Field(() => [Evidence], { description: '证明: what shows it' })
  get evidence(): Evidence[] {
    return this.fact.evidence.map((one) => new Evidence(one));
  }
}

@ObjectType({ description: '办理计划: who does it, how, by when, with what effect' })
export class HandlingPlan {
  constructor(
    readonly tenant: number,
    readonly fact: PlanFact,
  ) {}

  @Field(() => Int, { description: '版本: 1 at first, one more with each change' })
  get version(): number {
    return this.fact.version;
  }

  @Field(() => PlanKindEnum, { description: '计划种类: within the year, or planned' })
  get kind(): string {
    return this.fact.kind;
  }

  @Field(() => [FieldValue], { description: '要素: values of the locality’s fields' })
  get fields(): FieldValue[] {
    return this.fact.fields.map((one) => new FieldValue(one));
  }

  @Field(() => [Milestone], { description: '节点: in order' })
  get milestones(): Milestone[] {
    return this.fact.milestones.map((one) => new Milestone(this.tenant, one));
  }

  @Field(() => Boolean, { description: '向提出人公开: whether proposers see it' })
  get openToProposer(): boolean {
    return this.fact.openToProposer;
  }

  @Field(() => DateTimeScalar, { description: '时间: when it was set or last changed' })
  get at(): string {
    return this.fact.at;
  }
}

@ObjectType({ description: '责任人: who is responsible in the unit' })
export class Responsible {
  constructor(readonly fact: ResponsibleFact) {}

  @Field(() => [FieldValue], { description: '要素: values of the locality’s fields' })
  get fields(): FieldValue[] {
    return this.fact.fields.map((one) => new FieldValue(one));
  }

  @Field(() => DueDate, { nullable: true, description: '单位内部时限: the unit’s own deadline' })
  get deadline(): DueDate | null {
    return DueDate.of(this.fact.deadline);
  }

  @Field(() => DateTimeScalar, { description: '时间: when they were named' })
  get at(): string {
    return this.fact.at;
  }
}

@ObjectType({ description: '备案: that it cannot be handled now' })
export class Filing {
  constructor(readonly fact: FilingFact) {}

  @Field(() => String, { description: '理由: why it cannot be handled now' })
  get reason(): string {
    return this.fact.reason;
  }

  @Field(() => DueDate, { nullable: true, description: '复查期限: when it is looked at again' })
  get reviewBy(): DueDate | null {
    return DueDate.of(this.fact.reviewBy);
  }

  @Field(() => DateTimeScalar, { description: '时间: when it was filed' })
  get at(): string {
    return this.fact.at;
  }
}
