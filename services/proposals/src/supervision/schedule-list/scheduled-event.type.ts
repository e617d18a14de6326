import { DateScalar, enumOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import type { ScheduledEvent as Planned, ScheduleState } from '../schedule.js';

export const ScheduleStateEnum = enumOf<ScheduleState>('ScheduleState', '定期工作状态: where it stands', {
  UNKNOWN: '日期未知: the session’s close has not been declared',
  UPCOMING: '未到: its time has not begun',
  DUE: '待办: it is to be held now',
  DONE: '已办: on record in time',
  LATE: '逾期办理: on record after the day',
  MISSED: '逾期未办: the day has passed without it',
});

/** What it says of itself; records and cases stand in `schedule-list.query.ts`. */
@ObjectType({ description: '定期工作: something to be held every year, and the records that show it' })
export class ScheduledEvent {
  constructor(readonly planned: Planned) {}

  @Field(() => String, { description: '规则: code of the rule in the locality’s process' })
  get rule(): string {
    return this.planned.rule;
  }

  @Field(() => String, { description: '名称: in Chinese' })
  get label(): string {
    return this.planned.label.zh;
  }

  @Field(() => String, { description: '英文名称: in English' })
  get labelEn(): string {
    return this.planned.label.en;
  }

  @Field(() => DateScalar, { nullable: true, description: '起始日期: from when on a record counts' })
  get from(): string | null {
    return this.planned.from;
  }

  @Field(() => DateScalar, { nullable: true, description: '截止日期: the last day in time' })
  get due(): string | null {
    return this.planned.due;
  }

  @Field(() => Int, { description: '应有: how many are needed, records or key items' })
  get required(): number {
    return this.planned.required;
  }

  @Field(() => Int, { description: '已有: how many there are' })
  get done(): number {
    return this.planned.done;
  }

  @Field(() => Int, { description: '尚缺: how many are missing' })
  get missing(): number {
    return this.planned.missing;
  }

  @Field(() => ScheduleStateEnum, { description: '状态: where it stands' })
  get state(): string {
    return this.planned.state;
  }

  @Field(() => String, { description: '说明: when, how many, in Chinese' })
  get explanation(): string {
    return this.planned.explanation.zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get explanationEn(): string {
    return this.planned.explanation.en;
  }
}
