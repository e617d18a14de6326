import { connectionOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import {
  CanonicalOutcomeEnum,
  HandlingSystemEnum,
  MetricNameEnum,
  ProposalKindEnum,
  SessionPeriodEnum,
} from '../evaluation.enums.type.js';
import type { HandlingSystem } from '../facts/unit-systems.js';
import type { CanonicalOutcome } from '../facts/vocabulary.js';
import { FigureType } from '../figures/figures.type.js';
import type { MetricName } from '../figures/metrics.js';
import { LocalityType } from '../foreign.type.js';
import type { ShownRow } from './chosen-rows.js';
import type { RollupRow } from './rollup.js';
import type { RowsAsked } from './show-rollup/count-rows.js';

@ObjectType('RollupFigure', { description: '分解数值: one metric of a row' })
export class RollupFigureType {
  @Field(() => MetricNameEnum, { description: '指标: which one' })
  name: MetricName;

  @Field(() => FigureType, { description: '数值: its value, or why there is none' })
  figure: FigureType;
}

@ObjectType('RollupRow', {
  description: '分解行: what its items share, and their figures; what was not asked for is null',
})
export class RollupRowType {
  /** What it is a row of: cases behind its figures are found by it. */
  origin: RowsAsked & { readonly row: RollupRow };

  @Field(() => LocalityType, { nullable: true, description: '地方: whose items, everything below included' })
  locality: LocalityType | null;

  @Field(() => Boolean, {
    description: '仅本级: items of the locality itself alone, because it stands above the level asked for',
  })
  ownOnly: boolean;

  @Field(() => Int, { nullable: true, description: '年度: year of the session; null for items without one' })
  year: number | null;

  @Field(() => String, { nullable: true, description: '月份: written YYYY-MM' })
  month: string | null;

  @Field(() => ProposalKindEnum, { nullable: true, description: '类型: suggestion or proposal' })
  kind: string | null;

  @Field(() => SessionPeriodEnum, { nullable: true, description: '时段: in session or between sessions' })
  period: string | null;

  @Field(() => String, {
    nullable: true,
    description: '内容分类: canonical category; null for items without one',
  })
  category: string | null;

  @Field(() => String, {
    nullable: true,
    description: '重点督办层级: canonical tier; null for ordinary items',
  })
  tier: string | null;

  @Field(() => HandlingSystemEnum, {
    nullable: true,
    description: '承办系统: of the units that answer; null for items not handed over',
  })
  system: HandlingSystem | null;

  @Field(() => [CanonicalOutcomeEnum], {
    nullable: true,
    description: '办理结果含义: the part of the outcomes; null for items without a class',
  })
  outcomes: readonly CanonicalOutcome[] | null;

  @Field(() => String, { nullable: true, description: '满意度: canonical level; null for items not rated' })
  satisfaction: string | null;

  @Field(() => Int, { description: '件数: items under the filter, whether or not a metric counts them' })
  items: number;

  @Field(() => [RollupFigureType], { description: '数值: the metrics asked for, in that order' })
  figures: RollupFigureType[];

  @Field(() => [Int], {
    nullable: 'items',
    description:
      '分子: of each metric, in that order; the short form for large tables; null where few ratings are protected',
  })
  numerators: readonly (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: '分母: of each metric; null for a plain number' })
  denominators: readonly (number | null)[];

  @Field(() => [String], {
    nullable: 'items',
    description: '显示值: of each metric; null where there is no value',
  })
  displays: readonly (string | null)[];

  static of({ row, figures }: ShownRow, of: RowsAsked): RollupRowType {
    const { place, ownOnly, keys, outcomes, tallies } = row;
    const { asked } = of.question;
    return Object.assign(new RollupRowType(), {
      origin: { ...of, row },
      locality: place === null ? null : LocalityType.of(place),
      ownOnly,
      year: keys.YEAR == null ? null : Number(keys.YEAR),
      month: keys.MONTH ?? null,
      kind: keys.KIND ?? null,
      period: keys.PERIOD ?? null,
      category: keys.CATEGORY ?? null,
      tier: keys.TIER ?? null,
      system: keys.SYSTEM ?? null,
      outcomes,
      satisfaction: keys.SATISFACTION ?? null,
      items: tallies.reduce((sum, { items }) => sum + items, 0),
      numerators: figures.map(({ numerator }) => numerator),
      denominators: figures.map(({ denominator }) => denominator),
      displays: figures.map(({ display }) => display),
      figures: figures.map((figure, index) =>
        Object.assign(new RollupFigureType(), { name: asked[index]?.name, figure: FigureType.of(figure) }),
      ),
    });
  }
}

export const RollupConnection = connectionOf(RollupRowType, '分解汇总', 'Rollup');
