import { DecimalScalar, enumOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import { FigureType, NOT_SHARED } from './figures.type.js';
import type { YearOnYear } from './year-on-year.js';

const ChangeUnitEnum = enumOf<YearOnYear['unit']>(
  'ChangeUnit',
  '增减单位: per cent of what it was is not percentage points',
  {
    PERCENT: '百分比: a number, in per cent of the year before',
    PERCENTAGE_POINTS: '百分点: a share, in points',
  },
);

@ObjectType('YearOnYear', {
  description: '同比: a figure beside the year before, both with their counts; never a rate from zero',
})
export class YearOnYearType {
  @Field(() => FigureType, { description: '本年: as asked' })
  current: FigureType;

  @Field(() => FigureType, {
    nullable: true,
    description: '上年: the same question a year before; null where there is nothing to compare with',
  })
  previous: FigureType | null;

  @Field(() => Int, {
    nullable: true,
    description: '增减件数: how many more, or fewer when negative; null for a share',
  })
  difference: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '精确增减: over what it was, or the difference of shares, to 12 decimals',
  })
  value: string | null;

  @Field(() => String, {
    nullable: true,
    description: '显示增减: such as -5.8% of a number, 2.1 percentage points of a share',
  })
  display: string | null;

  @Field(() => ChangeUnitEnum, { description: '增减单位: what display counts in' })
  unit: YearOnYear['unit'];

  @Field(() => String, {
    nullable: true,
    description: '无增减原因: why there is no change to show, in Chinese and English',
  })
  reason: string | null;

  static of({ current, previous, reason, ...change }: YearOnYear): YearOnYearType {
    return Object.assign(new YearOnYearType(), {
      ...change,
      current: FigureType.of(current),
      previous: previous && FigureType.of(previous),
      reason: reason && `${reason.zh} ${reason.en}`,
    });
  }

  static notShared(): YearOnYearType {
    return Object.assign(new YearOnYearType(), {
      ...{ current: FigureType.notShared(), previous: null, difference: null, value: null, display: null },
      ...{ unit: 'PERCENT', reason: `${NOT_SHARED.zh} ${NOT_SHARED.en}` },
    });
  }
}
