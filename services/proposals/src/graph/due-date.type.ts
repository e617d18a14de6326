import type { DateUnit } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { DeadlineAnchor, DueDate as Due, DueExtension } from '../case/deadline.js';
import { explainDue } from '../case/due-words.js';
import { DateUnitEnum, DeadlineAnchorEnum } from './vocabulary.type.js';

@ObjectType({ description: '延期: an approved prolongation of a due date' })
export class DueDateExtension {
  constructor(readonly extension: DueExtension) {}

  @Field(() => Int, { description: '长度: how much longer' })
  get amount(): number {
    return this.extension.amount;
  }

  @Field(() => DateUnitEnum, { description: '单位: what the length is counted in' })
  get unit(): DateUnit {
    return this.extension.unit;
  }

  @Field(() => DateScalar, { description: '原到期日: the date before' })
  get from(): string {
    return this.extension.from;
  }

  @Field(() => DateScalar, { description: '新到期日: the date after' })
  get to(): string {
    return this.extension.to;
  }

  @Field(() => DateTimeScalar, { description: '批准时间: when it was approved' })
  get decidedAt(): string {
    return this.extension.decidedAt;
  }
}

@ObjectType({ description: '到期日: a date that explains itself' })
export class DueDate {
  constructor(readonly due: Due) {}

  /** Null stays null: no clock runs. */
  static of(due: unknown): DueDate | null {
    return due === null || due === undefined ? null : new DueDate(due as Due);
  }

  @Field(() => DateScalar, { description: '到期日: the last day on which it is in time (Asia/Shanghai)' })
  get date(): string {
    return this.due.date;
  }

  @Field(() => String, { description: '规则: name of the deadline rule in the locality’s process' })
  get rule(): string {
    return this.due.rule;
  }

  @Field(() => DeadlineAnchorEnum, { description: '起算点: what it is counted from' })
  get anchor(): DeadlineAnchor {
    return this.due.anchor;
  }

  @Field(() => DateScalar, { description: '起算日: the day it is counted from' })
  get anchorDate(): string {
    return this.due.anchorDate;
  }

  @Field(() => Int, { description: '期限: how long, in units' })
  get amount(): number {
    return this.due.amount;
  }

  @Field(() => DateUnitEnum, { description: '单位: what the limit is counted in' })
  get unit(): DateUnit {
    return this.due.unit;
  }

  @Field(() => [DueDateExtension], { description: '延期: approved extensions, in order' })
  get extensions(): DueDateExtension[] {
    return this.due.extensions.map((extension) => new DueDateExtension(extension));
  }

  @Field(() => String, { description: '说明: how the date came about, in Chinese' })
  get explanation(): string {
    return explainDue(this.due).zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get explanationEn(): string {
    return explainDue(this.due).en;
  }
}
