import type { Rounding } from '@duban/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import {
  MetricNameEnum,
  RoundChoiceEnum,
  RoundingModeEnum,
  SatisfactionAxisEnum,
} from '../evaluation.enums.type.js';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import { OutcomeFigureType } from '../figures/figures.type.js';
import { type MetricName, metricOf } from '../figures/metrics.js';
import { YearOnYearType } from '../figures/year-on-year.type.js';
import { isOutcomes, type Report } from './report.js';
import { textOf, type WrittenBlock, type WrittenPart } from './write-report.js';

@ObjectType('ShownRounding', { description: '取舍: how percentages are shown' })
export class ShownRoundingType {
  @Field(() => RoundingModeEnum, { description: '取舍方式: which way' })
  mode: Rounding['mode'];

  @Field(() => Int, { description: '小数位数: digits after the point' })
  digits: number;
}

@ObjectType('ReportPart', { description: '报告所用的数: a figure that a block’s text was made of' })
export class ReportPartType {
  @Field(() => String, { description: '名称: as the block’s text calls it' })
  name: string;

  @Field(() => MetricNameEnum, { nullable: true, description: '指标: null for the result classes' })
  metric: MetricName | null;

  @Field(() => SatisfactionAxisEnum, { nullable: true, description: '评价方面: for satisfaction only' })
  axis: Axis | null;

  @Field(() => RoundChoiceEnum, { nullable: true, description: '轮次: for satisfaction only' })
  round: RoundChoice | null;

  @Field(() => YearOnYearType, {
    nullable: true,
    description: '数值: with both counts, and beside the year before; null for classes',
  })
  figure: YearOnYearType | null;

  @Field(() => [OutcomeFigureType], { description: '办理结果分布: class by class; empty for a metric' })
  outcomes: OutcomeFigureType[];

  @Field(() => ShownRoundingType, { description: '取舍: how its percentages are shown' })
  rounding: ShownRoundingType;

  @Field(() => String, {
    nullable: true,
    description: '说明: why there is no value or no change, in Chinese and English',
  })
  note: string | null;

  static of({ name, figure, answer, rounding, note }: WrittenPart): ReportPartType {
    return Object.assign(new ReportPartType(), {
      name,
      ...askedOf(figure),
      figure: 'compared' in answer ? YearOnYearType.of(answer.compared) : null,
      outcomes: 'shares' in answer ? answer.shares.map(OutcomeFigureType.of) : [],
      rounding: Object.assign(new ShownRoundingType(), rounding),
      note: note && `${note.zh} ${note.en}`,
    });
  }
}

function askedOf(figure: WrittenPart['figure']): Pick<ReportPartType, 'metric' | 'axis' | 'round'> {
  if (isOutcomes(figure)) return { metric: null, axis: null, round: null };
  const { metric, axis = 'RESULT', round = 'FINAL' } = figure;
  return metricOf(metric).bySatisfaction ? { metric, axis, round } : { metric, axis: null, round: null };
}

@ObjectType('ReportBlock', { description: '报告段落: a sentence or more, with the figures it was made of' })
export class ReportBlockType {
  @Field(() => String, { description: '代码: the block’s code' })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: '中文: null when one of its figures has no value; never with an invented zero',
  })
  zh: string | null;

  @Field(() => String, { nullable: true, description: '英文: the same in English' })
  en: string | null;

  @Field(() => String, {
    nullable: true,
    description: '无文字原因: why there is no text, in Chinese and English',
  })
  reason: string | null;

  @Field(() => [ReportPartType], { description: '所用的数: every figure of it' })
  parts: ReportPartType[];

  static of({ code, text, reason, parts }: WrittenBlock): ReportBlockType {
    return Object.assign(new ReportBlockType(), {
      code,
      zh: text?.zh ?? null,
      en: text?.en ?? null,
      reason: reason && `${reason.zh} ${reason.en}`,
      parts: parts.map(ReportPartType.of),
    });
  }
}

@ObjectType('Report', {
  description: '报告: text made of the same figures as figures gives, so that words and numbers agree',
})
export class ReportType {
  @Field(() => String, { description: '代码: as the locality’s scoring.yaml calls it' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => String, { description: '全文: every block that has something to say, in Chinese' })
  text: string;

  @Field(() => String, { description: '英文全文: the same in English' })
  textEn: string;

  @Field(() => [ReportBlockType], {
    description: '段落: in the order of the report, those without text included',
  })
  blocks: ReportBlockType[];

  static of(code: string, { name }: Report, blocks: readonly WrittenBlock[]): ReportType {
    return Object.assign(new ReportType(), {
      code,
      name: name.zh,
      nameEn: name.en,
      text: textOf(blocks, 'zh'),
      textEn: textOf(blocks, 'en'),
      blocks: blocks.map(ReportBlockType.of),
    });
  }
}
