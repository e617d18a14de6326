import { DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import { ProposalType, UnitType } from '../foreign.type.js';
import type { GamingSign } from './find-signs.js';
import type { ShownSigns } from './show-signs/show-signs.js';
import type { SignKind, SignRule } from './sign-rule.js';

const SignKindEnum = enumOf<SignKind>('GamingSignKind', '迹象类别: what a sign looks at', {
  RATINGS_BEFORE_DEADLINE: '截止前集中评价: many ratings of a unit on one day, just before their deadline',
  SATISFIED_AT_ONCE: '数分钟内全部满意: many ratings of a unit within minutes, none but satisfied',
  COPIED_REPLIES: '答复雷同: letters of a unit on different cases, nearly the same',
  CLASS_RAISED: '无材料调高类别: classes made better with nothing to show for it',
});

@ObjectType('GamingSignCount', { description: '迹象数: how often a rule finds something; no score reads it' })
export class GamingSignCountType {
  @Field(() => String, { description: '代码: the rule’s code' })
  rule: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => SignKindEnum, { description: '类别: what it looks at' })
  kind: SignKind;

  @Field(() => Int, {
    nullable: true,
    description: '迹象数: null for letters of another locality, which are compared there alone',
  })
  signs: number | null;

  @Field(() => Int, { nullable: true, description: '涉及件数: cases in them, each once' })
  cases: number | null;

  static of(code: string, { name, kind }: SignRule, { signs, own }: ShownSigns): GamingSignCountType {
    const found = signs.filter(({ rule }) => rule === code);
    const hidden = kind === 'COPIED_REPLIES' && !own;
    return Object.assign(new GamingSignCountType(), {
      rule: code,
      name: name.zh,
      nameEn: name.en,
      kind,
      signs: hidden ? null : found.length,
      cases: hidden ? null : new Set(found.flatMap(({ caseIds }) => caseIds)).size,
    });
  }
}

@ObjectType('GamingSign', {
  description: '异常迹象: something that may be worth a look; it accuses nobody and changes no score',
})
export class GamingSignType {
  @Field(() => String, { description: '规则: code of the rule that found it' })
  rule: string;

  @Field(() => UnitType, { description: '承办单位: whose ratings, letters or classes' })
  unit: UnitType;

  @Field(() => [ProposalType], { description: '涉及的件: 100 at most' })
  cases: ProposalType[];

  @Field(() => DateTimeScalar, { description: '起: the first of them' })
  from: string;

  @Field(() => DateTimeScalar, { description: '止: the last of them' })
  to: string;

  @Field(() => Int, { description: '数量: forms, letters or raises in it' })
  count: number;

  @Field(() => Int, { description: '全年数量: out of how many of the unit’s in the year' })
  of: number;

  @Field(() => String, { description: '说明: the figures in words, in Chinese' })
  text: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  textEn: string;

  static of(tenant: number, { unitId, caseIds, words, ...sign }: GamingSign): GamingSignType {
    return Object.assign(new GamingSignType(), {
      ...sign,
      unit: UnitType.of(tenant, unitId),
      cases: caseIds.slice(0, 100).map((caseId) => ProposalType.of(tenant, caseId)),
      text: words.zh,
      textEn: words.en,
    });
  }
}

@ObjectType('GamingSigns', { description: '异常迹象: shown and not punished' })
export class GamingSignsType {
  @Field(() => [GamingSignCountType], { description: '各规则: with how often each finds something' })
  counts: GamingSignCountType[];

  @Field(() => [GamingSignType], {
    nullable: true,
    description:
      '各迹象: 200 at most, for the offices of the locality itself; null for everybody else, who gets counts',
  })
  signs: GamingSignType[] | null;

  static of(tenant: number, shown: ShownSigns): GamingSignsType {
    const { rules, signs, named } = shown;
    return Object.assign(new GamingSignsType(), {
      counts: Object.entries(rules).map(([code, rule]) => GamingSignCountType.of(code, rule, shown)),
      signs: named ? signs.slice(0, 200).map((sign) => GamingSignType.of(tenant, sign)) : null,
    });
  }
}
