import { DecimalScalar } from '@duban/kernel/graphql';
import { Field, InputType, Int } from 'type-graphql';
import { MetricNameEnum } from '../evaluation.enums.type.js';
import type { MetricName } from '../figures/metrics.js';
import type { Having, RowOrder } from './chosen-rows.js';
import { SortDirectionEnum } from './rollup.enums.type.js';

@InputType('RollupHaving', { description: '行条件: which rows are wanted, by one of the metrics asked for' })
export class RollupHavingInput {
  @Field(() => MetricNameEnum, { description: '指标: one of those asked for' })
  metric: MetricName;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '不低于: of the value; a share lies between 0 and 1',
  })
  atLeast?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '不高于: of the value' })
  atMost?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '件数不少于: items behind the value, so that a share of one or two is left out',
  })
  itemsAtLeast?: number | null;

  static read({ metric, atLeast, atMost, itemsAtLeast }: RollupHavingInput): Having {
    return {
      metric,
      atLeast: atLeast == null ? null : Number(atLeast),
      atMost: atMost == null ? null : Number(atMost),
      itemsAtLeast: itemsAtLeast ?? null,
    };
  }
}

@InputType('RollupSort', { description: '排序: by one of the metrics asked for' })
export class RollupSortInput {
  @Field(() => MetricNameEnum, { description: '指标: one of those asked for' })
  metric: MetricName;

  @Field(() => SortDirectionEnum, { description: '方向: which way; rows without a value come last' })
  direction: RowOrder['direction'];
}
