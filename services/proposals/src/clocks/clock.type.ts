import { encodeId, type WorkingCalendar } from '@duban/kernel';
import { DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import { DueDate } from '../graph/due-date.type.js';

import type { ClockState, Clock as Facts, SubjectKind } from './clock.js';
import { explainClock } from './clock-words.js';

export const ClockStateEnum = enumOf<ClockState>('ClockState', '计时状态: how a clock stands', {
  RUNNING: '计时中: its last day has not passed',
  EXTENDED: '已延期: running, with a longer limit that was approved',
  MET: '按期完成: done in time',
  MISSED: '已逾期: its last day has passed, whether it was done since or not',
  ENDED: '不再计时: over without being asked for any more',
});

export const SubjectKindEnum = enumOf<SubjectKind>('SubjectKind', '对象: what a clock or warning is about', {
  CASE: '建议提案: the case',
  COSIGNATURE: '联名: an invitation to sign',
  ASSIGNMENT: '承办任务: an assignment',
  REPLY: '答复: a reply',
  ENTRY: '跟踪台账记录: an entry of the tracking register',
  RECORD: '工作记录: a work record',
  UNIT: '承办单位: a unit',
  PERSON: '人员: a person',
  LOCALITY: '地方: the locality',
});

@ObjectType({ description: '计时: a clock of a case; says how it came to its last day and how it stands' })
export class Clock {
  constructor(
    readonly tenant: number,
    readonly facts: Facts,
    readonly calendar: WorkingCalendar,
  ) {}

  @Field(() => String, { description: '事项: the step it limits, such as REPLY' })
  get step(): string {
    return this.facts.step;
  }

  @Field(() => String, { description: '事项名称: the step in Chinese' })
  get title(): string {
    return DEADLINE_STEP_WORDS[this.facts.step][0];
  }

  @Field(() => String, { description: '英文事项名称: the step in English' })
  get titleEn(): string {
    return DEADLINE_STEP_WORDS[this.facts.step][1];
  }

  @Field(() => SubjectKindEnum, { description: '对象类别: what it is about' })
  get subject(): string {
    return this.facts.subject.kind;
  }

  @Field(() => ID, { nullable: true, description: '承办任务: public id of the assignment it belongs to' })
  get assignmentId(): string | null {
    return publicIdOf(this.tenant, 'assignment', this.facts.subject.assignmentId);
  }

  @Field(() => ID, { nullable: true, description: '承办单位: public id of the unit it runs for' })
  get unitId(): string | null {
    return publicIdOf(this.tenant, 'unit', this.facts.subject.unitId);
  }

  @Field(() => ClockStateEnum, { description: '计时状态: how it stands' })
  get state(): string {
    return this.facts.state;
  }

  @Field(() => DueDate, { description: '到期日: its last day, with rule, anchor and extensions' })
  get due(): DueDate {
    return new DueDate(this.facts.due);
  }

  @Field(() => Int, {
    nullable: true,
    description:
      '剩余天数: calendar days to the last day, negative when it has passed; null when done or ended',
  })
  get daysLeft(): number | null {
    return this.facts.daysLeft;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '完成时间: when what it asks for was done' })
  get doneAt(): string | null {
    return this.facts.doneAt;
  }

  @Field(() => String, {
    description: '说明: rule, anchor, days that did not count, extensions, and how it stands, in Chinese',
  })
  get explanation(): string {
    return explainClock(this.facts, this.calendar).zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get explanationEn(): string {
    return explainClock(this.facts, this.calendar).en;
  }
}

export const publicIdOf = (tenant: number, kind: string, id: string | null): string | null =>
  id === null ? null : encodeId({ kind, tenant, id });
