import { badInput, DecimalScalar } from '@duban/kernel/graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { NOT_SHARED } from '../figures.type.js';
import { type DayCounts, type DaysSummary, summaryOf, untoldDays } from './day-counts.js';

@ObjectType('HandlingDays', {
  description:
    '办理天数: from the handover to the last reply that it asked for, of the items that are replied to; the same day is 0. Exact, over all localities in view; null with a reason where there are none',
})
export class HandlingDaysType implements DaysSummary {
  @Field(() => Int, {
    nullable: true,
    description:
      '件数: items replied to, as the reply rate counts them; null where nobody in view shares any figure',
  })
  items: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '中位数: half of the items took no longer; between the two in the middle of an even number',
  })
  median: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '分位数: the least number of days within which so many per cent of the items were replied to',
  })
  within: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: '平均数: to one digit, half up' })
  mean: string | null;

  @Field(() => Int, { nullable: true, description: '最少: the shortest' })
  least: number | null;

  @Field(() => Int, { nullable: true, description: '最多: the longest' })
  most: number | null;

  @Field(() => String, {
    nullable: true,
    description: '无值原因: why there are no days, in Chinese and English; null when there are',
  })
  reason: string | null;

  static of(counts: DayCounts | null, percentile: number): HandlingDaysType {
    const summary = counts ? summaryOf(counts, percentile) : untoldDays(`${NOT_SHARED.zh} ${NOT_SHARED.en}`);
    return Object.assign(new HandlingDaysType(), summary);
  }
}

@ArgsType()
export class HandlingDaysArgs {
  @Field(() => Int, { defaultValue: 90, description: '百分位: from 1 to 100' })
  percentile: number;

  /** The percentile, or BAD_USER_INPUT. */
  static read({ percentile }: HandlingDaysArgs): number {
    if (percentile >= 1 && percentile <= 100) return percentile;
    throw badInput(
      `percentile 须在 1 到 100 之间,收到 ${percentile}。`,
      `percentile has to lie between 1 and 100; it is ${percentile}.`,
    );
  }
}
