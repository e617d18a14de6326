import { DateTimeScalar, DecimalScalar } from '@duban/kernel/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CanonicalOutcomeEnum } from '../evaluation.enums.type.js';
import type { CanonicalOutcome } from '../facts/vocabulary.js';
import { LocalityType } from '../foreign.type.js';
import type { Subject } from './count-figures/tally.loader.js';
import type { Figure } from './figure.js';
import type { Population } from './figure-filter.js';
import type { FinerShare, OutcomeShare } from './outcome-share.js';

/** Why there is no figure where nobody in view shares any. */
export const NOT_SHARED = {
  zh: '所问地方不向上级提供统计数据。',
  en: 'The localities asked about share no figures with those above them.',
};

@ObjectType('Figure', {
  description: '数值: both counts, the exact value, the shown value, or why there is none',
})
export class FigureType implements Figure {
  @Field(() => Int, {
    nullable: true,
    description: '分子: what was counted; null where few ratings are protected, as the reason says',
  })
  numerator: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '分母: out of how many; null for a plain number, and where few ratings are protected',
  })
  denominator: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '精确值: numerator over denominator to 12 decimals, or the plain number; null for an empty denominator',
  })
  value: string | null;

  @Field(() => String, {
    nullable: true,
    description: '显示值: the percentage as rounded, such as 96.5%, or the plain number',
  })
  display: string | null;

  @Field(() => String, {
    nullable: true,
    description: '无值原因: why there is no value, in Chinese and English; null when there is one',
  })
  reason: string | null;

  static of(figure: Figure): FigureType {
    return Object.assign(new FigureType(), figure);
  }

  /** Of localities that share nothing there is no figure, not even zero. */
  static notShared(): FigureType {
    const nothing = { numerator: null, denominator: null, value: null, display: null };
    return Object.assign(new FigureType(), { ...nothing, reason: `${NOT_SHARED.zh} ${NOT_SHARED.en}` });
  }
}

@ObjectType('FinerOutcome', {
  description:
    '细分结果: one outcome of a part, over the localities whose classes tell it apart from the others',
})
export class FinerOutcomeType {
  @Field(() => CanonicalOutcomeEnum, { description: '含义: the outcome' })
  outcome: CanonicalOutcome;

  @Field(() => String, { description: '名称: the meaning in Chinese' })
  label: string;

  @Field(() => Int, { description: '地方数: how many localities tell it apart; the others are not in it' })
  localities: number;

  @Field(() => FigureType, {
    description: '占比: items with this outcome over the classified items of these localities',
  })
  share: FigureType;

  static of({ figure, ...said }: FinerShare): FinerOutcomeType {
    return Object.assign(new FinerOutcomeType(), { ...said, share: FigureType.of(figure) });
  }
}

@ObjectType('OutcomeFigure', {
  description: '办理结果占比: share of one part of the outcomes that all localities in view can tell apart',
})
export class OutcomeFigureType {
  @Field(() => [CanonicalOutcomeEnum], { description: '含义: the outcomes in this part' })
  outcomes: readonly CanonicalOutcome[];

  @Field(() => String, {
    nullable: true,
    description: '本地类别: the local class, such as A; null when several localities are counted',
  })
  localClass: string | null;

  @Field(() => String, { description: '名称: the meaning in Chinese' })
  label: string;

  @Field(() => Int, { description: '件数: items in this part' })
  count: number;

  @Field(() => Int, { description: '已分类件数: items with a confirmed class' })
  denominator: number;

  @Field(() => FigureType, { description: '占比: count over classified items' })
  share: FigureType;

  @Field(() => [FinerOutcomeType], {
    description:
      '细分: its outcomes one by one, where some localities tell them apart; none where nobody does',
  })
  finer: FinerOutcomeType[];

  static of({ outcomes, localClass, label, figure, finer }: OutcomeShare): OutcomeFigureType {
    const { numerator: count, denominator } = figure;
    const share = FigureType.of(figure);
    const closer = finer.map(FinerOutcomeType.of);
    const said = { outcomes, localClass, label, count, denominator, share, finer: closer };
    return Object.assign(new OutcomeFigureType(), said);
  }
}

@ObjectType('NotComparable', { description: '不可比: a locality that could not be added in some respect' })
export class NotComparableType {
  @Field(() => LocalityType, { description: '地方: which one' })
  locality: LocalityType;

  @Field(() => String, { description: '原因: why, and what it is left out of; in Chinese and English' })
  reason: string;
}

@ObjectType('Coverage', {
  description: '覆盖范围: which localities the figures count, miss or cannot compare',
})
export class CoverageType {
  @Field(() => Int, { description: '应报数: localities in view, the one asked about included' })
  expected: number;

  @Field(() => Int, { description: '已报数: of these, with at least one item under the filter' })
  reporting: number;

  @Field(() => [LocalityType], { description: '未报: of these, without any' })
  missing: LocalityType[];

  @Field(() => [LocalityType], {
    description:
      '未共享: of these, those that share nothing with those above; no figure has anything of theirs',
  })
  notShared: LocalityType[];

  @Field(() => [NotComparableType], { description: '不可比: left out in some respect, with the reason' })
  notComparable: NotComparableType[];
}

@ObjectType('Freshness', { description: '时效: how far the figures are behind what has been recorded' })
export class FreshnessType {
  @Field(() => Float, { description: '位置: events of all localities in view that the figures contain' })
  position: number;

  @Field(() => Float, {
    description:
      '滞后秒数: seconds that the oldest event not yet contained has waited; 0 when none is missing',
  })
  secondsBehind: number;

  @Field(() => DateTimeScalar, { description: '统计时点: the instant the figures speak of' })
  asOf: string;
}

@ObjectType('Figures', { description: '统计指标: figures over one population, all from the same facts' })
export class FiguresType {
  subject: Subject;
  population: Population;
}
