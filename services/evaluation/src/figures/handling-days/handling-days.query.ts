import { badInput, DecimalScalar } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { FiguresType } from '../figures.type.js';
import { countDays } from './count-days.js';
import { type DaysSummary, summaryOf } from './day-counts.js';

@ObjectType('HandlingDays', {
  description:
    '办理天数: from the handover to the last reply that it asked for, of the items that are replied to; the same day is 0. Exact, over all localities in view; null without such items',
})
export class HandlingDaysType implements DaysSummary {
  @Field(() => Int, { description: '件数: items replied to, as the reply rate counts them' })
  items: number;

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
}

@Resolver(() => FiguresType)
export class FiguresHandlingDays {
  @FieldResolver(() => HandlingDaysType, {
    description: '办理天数: median and percentile of the days until the reply; of a locality, not of a unit',
  })
  async handlingDays(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Arg('percentile', () => Int, { defaultValue: 90, description: '百分位: from 1 to 100' })
    percentile: number,
  ): Promise<HandlingDaysType> {
    if (!('root' in subject))
      throw badInput('单位的指标没有办理天数。', 'figures of a unit have no handling days.');
    if (percentile < 1 || percentile > 100)
      throw badInput(
        `percentile 须在 1 到 100 之间,收到 ${percentile}。`,
        `percentile has to lie between 1 and 100; it is ${percentile}.`,
      );
    const counts = valueOrFail(await context.run(countDays, { root: subject.root, population }));
    return Object.assign(new HandlingDaysType(), summaryOf(counts, percentile));
  }
}
