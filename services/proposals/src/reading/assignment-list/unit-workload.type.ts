import { Field, Int, ObjectType } from 'type-graphql';
import type { Workload } from './assignment-list.read.js';

@ObjectType({
  description: '承办量: how many assignments a unit has in a year; all rounds, those moved away not counted',
})
export class UnitWorkload {
  @Field(() => Int, { description: '年度: the year the cases are counted under' })
  year: number;

  @Field(() => Int, { description: '独办: handled alone' })
  sole: number;

  @Field(() => Int, { description: '主办: as the lead unit' })
  lead: number;

  @Field(() => Int, { description: '协办: as a co-unit' })
  co: number;

  @Field(() => Int, { description: '分办: as one of several separate units' })
  separate: number;

  @Field(() => Int, { description: '合计: all of them' })
  total: number;

  @Field(() => Int, { description: '在办: neither replied nor, for a co-unit, its opinion given' })
  open: number;

  @Field(() => Int, { description: '已答复: formally replied' })
  replied: number;

  @Field(() => Int, { description: '逾期: in hand past the due date' })
  overdue: number;

  /** A unit without assignments has zeros: that is a count, not something unknown. */
  static of(year: number, counted: Workload | null): UnitWorkload {
    const { sole = 0, lead = 0, co = 0, separate = 0, open = 0, replied = 0, overdue = 0 } = counted ?? {};
    const total = sole + lead + co + separate;
    return Object.assign(new UnitWorkload(), {
      year,
      sole,
      lead,
      co,
      separate,
      total,
      open,
      replied,
      overdue,
    });
  }
}
