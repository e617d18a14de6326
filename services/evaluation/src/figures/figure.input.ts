import type { CanonicalCategory, Rounding } from '@duban/kernel';
import { badInput, DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, InputType, Int } from 'type-graphql';
import {
  CanonicalCategoryEnum,
  HandlingSystemEnum,
  ProposalKindEnum,
  RoundingModeEnum,
  SessionPeriodEnum,
  TreeViewEnum,
} from '../evaluation.enums.type.js';
import type { HandlingSystem } from '../facts/unit-systems.js';
import type { TreeView } from '../tree/tree-view.js';
import { DEFAULT_ROUNDING } from './figure.js';
import type { FigureFilter } from './figure-filter.js';

/** What a filter says in canonical terms: of whatever locality, of whatever day it is asked. */
@InputType({ description: '通用口径: conditions in canonical terms' })
export abstract class CanonicalFilterInput implements FigureFilter {
  @Field(() => Int, {
    nullable: true,
    description: '年度: year of the session the case was docketed under; before that, of its submission',
  })
  year?: number;

  @Field(() => [Int], {
    nullable: true,
    description: '多个年度: several years at once, at most 20; not beside year',
  })
  years?: number[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '起始日期: from this day of handover on; of submission, for what was received and accepted',
  })
  from?: string;

  @Field(() => DateScalar, { nullable: true, description: '截止日期: up to and including this day' })
  to?: string;

  @Field(() => ProposalKindEnum, { nullable: true, description: '类型: suggestions or proposals only' })
  kind?: string;

  @Field(() => SessionPeriodEnum, {
    nullable: true,
    description: '时段: in session or between sessions only',
  })
  period?: string;

  @Field(() => HandlingSystemEnum, {
    nullable: true,
    description: '承办系统: only items that units of this system answer for, as of the handover',
  })
  system?: HandlingSystem | null;

  @Field(() => CanonicalCategoryEnum, {
    nullable: true,
    description: '通用分类: only items whose local category is mapped to this one, wherever they are',
  })
  category?: CanonicalCategory | null;

  @Field(() => Boolean, { nullable: true, description: '仅重点: only items designated key' })
  keyOnly?: boolean;
}

@InputType('FigureFilter', {
  description: '统计口径: which items are counted; conditions add up, left out means all',
})
export class FigureFilterInput extends CanonicalFilterInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '统计时点: as things were at this instant, by when they happened; now, when left out',
  })
  asOf?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      '知悉时点: by what had been recorded at this instant; what was recorded later changes nothing in the answer. Beside asOf; alone, as things were known to stand then',
  })
  knownAt?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: '含下级: with every locality below, as the tree was on the day',
  })
  subtree?: boolean | null;

  @Field(() => TreeViewEnum, {
    nullable: true,
    defaultValue: 'AS_IT_IS',
    description: '区划口径: where items of localities that moved, were split, merged or renamed count',
  })
  tree?: TreeView | null;
}

@InputType('RoundingInput', { description: '取舍: how shares are shown' })
export class RoundingInput {
  @Field(() => RoundingModeEnum, { description: '取舍方式: which way' })
  mode: Rounding['mode'];

  @Field(() => Int, { description: '小数位数: digits after the point of a percentage, 0 to 6' })
  digits: number;
}

const MAX_DIGITS = 6;

/** The rounding asked for, one digit half up when none is. */
export function readRounding(input: RoundingInput | undefined | null): Rounding {
  const { mode, digits } = input ?? DEFAULT_ROUNDING;
  if (digits >= 0 && digits <= MAX_DIGITS) return { mode, digits };
  throw badInput(
    `小数位数须在 0 到 ${MAX_DIGITS} 之间,收到 ${digits}。`,
    `digits has to lie between 0 and ${MAX_DIGITS}; it is ${digits}.`,
  );
}
