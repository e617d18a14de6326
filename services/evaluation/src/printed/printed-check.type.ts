import { enumOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { MetricNameEnum } from '../evaluation.enums.type.js';
import type { MetricName } from '../figures/metrics.js';
import { ShownRoundingType } from '../report/report.type.js';
import { placeOf } from './check-text.js';
import type { NumeralKind } from './numeral.js';
import type { CheckedFigure, VerdictName } from './verdict.js';

const PrintedVerdictEnum = enumOf<VerdictName>(
  'PrintedVerdict',
  '核对结论: what is to be said of a printed figure',
  {
    FOLLOWS: '相符: the records give this number, with the rounding named',
    DOES_NOT_FOLLOW: '不符: the records give another number',
    INCONSISTENT: '自相矛盾: the text contradicts itself, by arithmetic alone',
    NOT_CHECKED: '未核对: it cannot be told, and why',
  },
);

const PrintedKindEnum = enumOf<NumeralKind>('PrintedKind', '数的种类: what a printed number is a number of', {
  COUNT: '件数: items',
  PERCENT: '百分比: per cent',
  POINTS: '百分点: percentage points',
  SUM: '算式: an addition that is written out',
});

@ObjectType('PrintedFigure', { description: '印发的数: one figure of a published text, and its verdict' })
export class PrintedFigureType {
  @Field(() => String, { description: '原文: with its unit, as printed' })
  printed: string;

  @Field(() => PrintedKindEnum, { description: '种类: what it is a number of' })
  kind: NumeralKind;

  @Field(() => Int, { description: '位置: offset in the text, from 0, in UTF-16 code units' })
  offset: number;

  @Field(() => Int, { description: '行: from 1' })
  line: number;

  @Field(() => Int, { description: '列: from 1' })
  column: number;

  @Field(() => String, { description: '上下文: the words around it' })
  around: string;

  @Field(() => PrintedVerdictEnum, { description: '结论: does it follow' })
  verdict: VerdictName;

  @Field(() => [MetricNameEnum], {
    description: '指标: that it was understood as; none for classes and sums',
  })
  metrics: readonly MetricName[];

  @Field(() => ShownRoundingType, {
    nullable: true,
    description: '取舍: by which the exact value becomes what is printed; null for whole numbers',
  })
  rounding: ShownRoundingType | null;

  @Field(() => Boolean, {
    description: '惯用取舍: false where it follows only by another rounding than the locality’s',
  })
  usual: boolean;

  @Field(() => String, { nullable: true, description: '应为: what the records, or the text itself, give' })
  expected: string | null;

  @Field(() => String, { nullable: true, description: '理由: in Chinese and English' })
  reason: string | null;

  static of(text: string, { numeral, rounding, reason, ...verdict }: CheckedFigure): PrintedFigureType {
    const { printed, kind, from: offset } = numeral;
    return Object.assign(new PrintedFigureType(), {
      printed,
      kind,
      offset,
      ...placeOf(text, numeral),
      ...verdict,
      rounding: rounding && Object.assign(new ShownRoundingType(), rounding),
      reason: reason && `${reason.zh} ${reason.en}`,
    });
  }
}

@ObjectType('PrintedCheck', { description: '核对结果: every figure of a published text' })
export class PrintedCheckType {
  @Field(() => Int, { description: '相符数: figures that follow' })
  follow: number;

  @Field(() => Int, { description: '不符数: figures that do not follow from the records' })
  doNotFollow: number;

  @Field(() => Int, { description: '自相矛盾数: figures that the text itself contradicts' })
  inconsistent: number;

  @Field(() => Int, { description: '未核对数: figures that cannot be told' })
  notChecked: number;

  @Field(() => Boolean, {
    description: '取舍不一: some figures follow by another rounding than the locality’s own',
  })
  otherRounding: boolean;

  @Field(() => [PrintedFigureType], { description: '各数: in the order of the text' })
  figures: PrintedFigureType[];

  static of(text: string, figures: readonly CheckedFigure[]): PrintedCheckType {
    const count = (name: VerdictName): number => figures.filter(({ verdict }) => verdict === name).length;
    return Object.assign(new PrintedCheckType(), {
      follow: count('FOLLOWS'),
      doNotFollow: count('DOES_NOT_FOLLOW'),
      inconsistent: count('INCONSISTENT'),
      notChecked: count('NOT_CHECKED'),
      otherRounding: figures.some(({ usual }) => !usual),
      figures: figures.map((figure) => PrintedFigureType.of(text, figure)),
    });
  }
}
