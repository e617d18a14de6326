import { Field, Int, ObjectType } from 'type-graphql';
import { GrantKindEnum, GrantSightEnum, OpinionKindEnum } from '../../graph/grant.type.js';
import { CanonicalLevelEnum, CanonicalOutcomeEnum } from '../../graph/handling-vocabulary.type.js';
import {
  DateUnitEnum,
  DeadlineAnchorEnum,
  KeyTierEnum,
  ProposalKindEnum,
  ProposerTypeEnum,
  ReviewVerdictEnum,
} from '../../graph/vocabulary.type.js';
import { LanguageArg } from '../../reading/local-words/language.input.js';
import type { DeadlineRule, Label } from '../process.js';
import type { ProposerRule } from '../submission.js';
import { inLanguage } from '../words.js';

@ObjectType({ description: '本地用语: a code of the locality with its words' })
export class LocalTerm {
  words: Label;

  @Field(() => String, { description: '代码: what inputs take' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => String, { description: '名称: in the language asked for; Chinese where it has no word in it' })
  label(@LanguageArg() language: string | null): string {
    return inLanguage(this.words, language ?? 'zh') ?? this.code;
  }
}

@ObjectType({ description: '提出方式: one way to propose, with its limits' })
export class ProposerTerm {
  @Field(() => ProposerTypeEnum, { description: '提出方式: individual, joint or a collective' })
  type: string;

  @Field(() => [ProposalKindEnum], { nullable: true, description: '限于件别: null for all' })
  kinds: readonly string[] | null;

  @Field(() => Int, { description: '联名人下限: confirmed co-signers needed' })
  minCosigners: number;

  @Field(() => Int, { nullable: true, description: '联名人上限: null for no limit' })
  maxCosigners: number | null;

  @Field(() => Boolean, { description: '须写明集体名称: whether the collective must be named' })
  collectiveRequired: boolean;

  static of = (type: string, rule: ProposerRule): ProposerTerm =>
    Object.assign(new ProposerTerm(), {
      type,
      kinds: rule.kinds ?? null,
      minCosigners: rule.minCosigners ?? 0,
      maxCosigners: rule.maxCosigners ?? null,
      collectiveRequired: rule.collectiveRequired ?? false,
    });
}

@ObjectType({ description: '审查环节: one stage of the review' })
export class ReviewStageTerm extends LocalTerm {
  @Field(() => Int, { description: '次序: stages of the same order are open at the same time' })
  order: number;

  @Field(() => String, { nullable: true, description: '审查机构: kind of body that reviews (OrganKind)' })
  body: string | null;

  @Field(() => Boolean, { description: '提交前预审: true for a review of the draft, before submission' })
  preReview: boolean;

  @Field(() => Boolean, { description: '下级审查: true when the office of a lower locality reviews' })
  byLower: boolean;

  @Field(() => Int, { description: '人数: how many different reviewers must decide' })
  quorum: number;

  @Field(() => [ReviewVerdictEnum], { description: '审查结论: verdicts this stage may give' })
  verdicts: readonly string[];

  @Field(() => [ReviewVerdictEnum], { description: '须附理由的结论: verdicts that need one of the reasons' })
  reasonRequired: readonly string[];
}

@ObjectType({ description: '办理结果类别: a result class and what it means' })
export class OutcomeClassTerm extends LocalTerm {
  @Field(() => [CanonicalOutcomeEnum], { description: '通用办理结果: what it means' })
  outcomes: readonly string[];
}

@ObjectType({ description: '本地评价维度: an axis of the locality’s own' })
export class OwnAxisTerm extends LocalTerm {
  @Field(() => Int, { nullable: true, description: '满分: where it is rated in points' })
  maxPoints: number | null;
}

@ObjectType({ description: '满意度等级: a level of satisfaction and what it means' })
export class SatisfactionLevelTerm extends LocalTerm {
  @Field(() => CanonicalLevelEnum, { description: '通用满意度: what it means' })
  canonical: string;
}

@ObjectType({ description: '重点层级: a tier of key items and what it means' })
export class KeyTierTerm extends LocalTerm {
  @Field(() => KeyTierEnum, { description: '重点督办层级: what it means' })
  canonical: string;
}

@ObjectType({ description: '协作方式: a form in which a case is granted to another level' })
export class GrantFormTerm extends LocalTerm {
  @Field(() => GrantKindEnum, { description: '通用协作方式: what it means' })
  canonical: string;

  @Field(() => [String], { description: '授权给谁: ABOVE, BELOW, or BESIDE by decision of the level above' })
  to: readonly string[];

  @Field(() => GrantSightEnum, { description: '可见范围: how much is seen at most' })
  sees: string;

  @Field(() => [OpinionKindEnum], { description: '可提意见: what may be given' })
  does: readonly string[];

  @Field(() => Int, { description: '期限: for how many units at most' })
  amount: number;

  @Field(() => DateUnitEnum, { description: '单位: what the time is counted in' })
  unit: string;

  @Field(() => Boolean, { description: '先做好本级工作: only after every unit has replied' })
  ownLevelFirst: boolean;
}

@ObjectType({ description: '时限规则: one clock of the process' })
export class DeadlineTerm {
  @Field(() => String, { description: '规则: its name, as due dates give it' })
  rule: string;

  @Field(() => String, { description: '步骤: what has to be done in time, such as REPLY' })
  step: string;

  @Field(() => DeadlineAnchorEnum, { description: '起算点: what it is counted from' })
  anchor: string;

  @Field(() => Int, { description: '期限: how long, in units' })
  amount: number;

  @Field(() => DateUnitEnum, { description: '单位: what it is counted in' })
  unit: string;

  @Field(() => Boolean, {
    description: '逾期不受理: true when late is refused, false when it is accepted and marked',
  })
  refusesLate: boolean;

  static of = ({
    code,
    step,
    anchor,
    amount,
    unit,
    lateEffect,
  }: DeadlineRule & { readonly code: string }): DeadlineTerm =>
    Object.assign(new DeadlineTerm(), {
      rule: code,
      step,
      anchor,
      amount,
      unit,
      refusesLate: lateEffect === 'REFUSE',
    });
}
