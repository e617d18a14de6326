import { type CanonicalCategory, encodeId, type RecordedEvent } from '@duban/kernel';
import { connectionOf, DateScalar, DateTimeScalar, enumOf, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CanonicalCategoryEnum,
  HandlingSystemEnum,
  ProposalKindEnum,
  SessionPeriodEnum,
} from '../evaluation.enums.type.js';
import type { HandlingSystem } from '../facts/unit-systems.js';
import { LocalityType } from '../foreign.type.js';
import type { KeptTheme, ThemeEvent } from './theme.js';
import type { ThemeState } from './theme.store.js';

export const ThemeStateEnum = enumOf<NonNullable<ThemeState>>('ThemeState', '专题状态: open or closed', {
  OPEN: '进行中: open',
  CLOSED: '已结束: closed, it changes no more',
});

@ObjectType('ThemeFilter', {
  description: '专题口径: which items the theme is about, in canonical terms; null means all',
})
export class ThemeFilterType {
  @Field(() => CanonicalCategoryEnum, {
    nullable: true,
    description: '通用分类: items whose local category is mapped to this one',
  })
  category: CanonicalCategory | null;

  @Field(() => ProposalKindEnum, { nullable: true, description: '类型: suggestions or proposals only' })
  kind: string | null;

  @Field(() => SessionPeriodEnum, { nullable: true, description: '时段: in or between sessions only' })
  period: string | null;

  @Field(() => HandlingSystemEnum, { nullable: true, description: '承办系统: of the units that answer' })
  system: HandlingSystem | null;

  @Field(() => Boolean, { description: '仅重点: only items designated key' })
  keyOnly: boolean;

  @Field(() => Int, { nullable: true, description: '年度: year of the session' })
  year: number | null;

  @Field(() => [Int], { nullable: true, description: '多个年度: several years at once' })
  years: readonly number[] | null;

  @Field(() => DateScalar, { nullable: true, description: '起始日期: from this day on' })
  from: string | null;

  @Field(() => DateScalar, { nullable: true, description: '截止日期: up to and including this day' })
  to: string | null;
}

@ObjectType('Theme', {
  description:
    '专题: what many localities below raise, bundled by canonical fields; figures and shared cases, and no text that is not shared',
})
export class ThemeType {
  constructor(
    readonly tenant: number,
    readonly kept: KeptTheme,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'theme', tenant: this.tenant, id: this.kept.themeId });
  }

  @Field(() => LocalityType, { description: '地方: whose theme it is' })
  get locality(): LocalityType {
    return LocalityType.of(this.tenant);
  }

  @Field(() => String, { description: '名称: in Chinese' })
  get name(): string {
    return this.kept.name;
  }

  @Field(() => String, { nullable: true, description: '英文名称: where one was given' })
  get nameEn(): string | null {
    return this.kept.nameEn;
  }

  @Field(() => String, { description: '说明: what it is about, and why' })
  get description(): string {
    return this.kept.description;
  }

  @Field(() => ThemeFilterType, { description: '专题口径: which items it is about' })
  get filter(): ThemeFilterType {
    return Object.assign(new ThemeFilterType(), this.kept.filter);
  }

  @Field(() => DateTimeScalar, { description: '确立时间: when it was opened' })
  get openedAt(): string {
    return this.kept.openedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时间: null while it is open' })
  get closedAt(): string | null {
    return this.kept.closedAt;
  }

  @Field(() => String, { nullable: true, description: '结束理由: null while it is open' })
  get closingReason(): string | null {
    return this.kept.closingReason;
  }
}

export const ThemeConnection = connectionOf(ThemeType, '专题', 'Theme');

/** What happened to a theme, by the event that says so. */
const STEPS = {
  'theme.opened': 'OPENED',
  'theme.revised': 'REVISED',
  'theme.case_added': 'CASE_ADDED',
  'theme.case_removed': 'CASE_REMOVED',
  'theme.closed': 'CLOSED',
} as const satisfies Readonly<Record<ThemeEvent['type'], string>>;
type Step = (typeof STEPS)[ThemeEvent['type']];

const ThemeStepEnum = enumOf<Step>('ThemeStepKind', '专题变更种类: what was done with a theme', {
  OPENED: '确立: opened',
  REVISED: '修订: its words or its filter said otherwise',
  CASE_ADDED: '选入: a case picked',
  CASE_REMOVED: '移出: a picked case taken out',
  CLOSED: '结束: closed',
});

@ObjectType('ThemeStep', { description: '专题变更: one thing done with a theme; never changed' })
export class ThemeStepType {
  @Field(() => ThemeStepEnum, { description: '种类: what was done' })
  kind: Step;

  @Field(() => DateTimeScalar, { description: '时间: when' })
  at: string;

  @Field(() => RoleEnum, { description: '角色: in which role' })
  role: string;

  @Field(() => String, { nullable: true, description: '理由: as it was given; null of the opening' })
  reason: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '件: which case was picked or taken out; null of one whose locality does not share it now',
  })
  proposalId: string | null;

  static of(
    { type, payload, recordedAt, actorRole }: RecordedEvent,
    proposalId: string | null,
  ): ThemeStepType {
    const { reason = null } = payload as { readonly reason?: string };
    const kind = STEPS[type as ThemeEvent['type']];
    return Object.assign(new ThemeStepType(), { kind, at: recordedAt, role: actorRole, reason, proposalId });
  }
}
