import { enumOf } from '@duban/kernel/graphql';
import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { MetricNameEnum } from '../../evaluation.enums.type.js';
import { goalOf, type MetricGoal, metricsOf } from '../metric-goals.js';
import { METRIC_NAMES, type MetricName, metricOf } from '../metrics.js';

const MetricGoalEnum = enumOf<MetricGoal>('MetricGoal', '目标: what handling aims at', {
  SUBMISSION: '提出水平: how well suggestions are made',
  HANDLING: '办出质量: how well they are handled',
  SUPERVISION: '督出效果: what supervision brings about',
});

@ObjectType('Metric', { description: '指标定义: what a metric counts, in words' })
class MetricType {
  @Field(() => MetricNameEnum, { description: '代码: as figures take it' })
  name: MetricName;

  @Field(() => String, { description: '名称: in Chinese' })
  term: string;

  @Field(() => String, { description: '英文名称: in English' })
  termEn: string;

  @Field(() => String, { description: '分子: what is counted, in Chinese' })
  numerator: string;

  @Field(() => String, {
    nullable: true,
    description: '分母: out of what, in Chinese; null for a plain number',
  })
  denominator: string | null;

  @Field(() => MetricGoalEnum, { description: '目标: which of the three aims it speaks of' })
  goal: MetricGoal;

  @Field(() => Boolean, { description: '按评价方面和轮次: whether axis and round make a difference' })
  bySatisfaction: boolean;
}

@Resolver()
export class MetricListQuery {
  @Query(() => [MetricType], {
    description: '指标目录: every metric with its definition, for headings and explanations',
  })
  metrics(
    @Arg('goal', () => MetricGoalEnum, { nullable: true, description: '目标: of this aim alone' })
    goal?: MetricGoal | null,
  ): MetricType[] {
    return (goal == null ? METRIC_NAMES : metricsOf(goal)).map((name) => {
      const { zh, en, numerator, denominator, bySatisfaction = false } = metricOf(name);
      return {
        name,
        term: zh,
        termEn: en,
        numerator: numerator.zh,
        denominator: denominator?.zh ?? null,
        goal: goalOf(name),
        bySatisfaction,
      };
    });
  }
}
