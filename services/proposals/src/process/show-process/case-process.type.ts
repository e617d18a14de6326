import { Field, Int, ObjectType } from 'type-graphql';
import { GrantKindEnum, GrantSightEnum, OpinionKindEnum } from '../../graph/grant.type.js';
import {
  CanonicalLevelEnum,
  CanonicalOutcomeEnum,
  FeedbackAxisEnum,
} from '../../graph/handling-vocabulary.type.js';
import {
  DateUnitEnum,
  DeadlineAnchorEnum,
  KeyTierEnum,
  ProposalKindEnum,
  ProposerTypeEnum,
  ReviewVerdictEnum,
} from '../../graph/vocabulary.type.js';
import { LanguageArg } from '../../reading/local-words/language.input.js';
import type { DeadlineRule, Label, Process } from '../process.js';
import type { ProposerRule } from '../submission.js';
import { inLanguage, languagesOf } from '../words.js';

type Ordered = { readonly order: number };
type Coded<Rule> = Rule & { readonly code: string };

/** Entries of a mapping with their codes, in the order the locality gave them. */
function inOrder<Rule extends object>(rules: Readonly<Record<string, Rule>>): Coded<Rule>[] {
  const coded = Object.entries(rules).map(([code, rule]) => ({ ...rule, code }));
  return coded.sort((a, b) => ((a as Partial<Ordered>).order ?? 0) - ((b as Partial<Ordered>).order ?? 0));
}

const named = ({ code, label }: Coded<{ readonly label: Label }>) => ({
  code,
  words: label,
  name: label.zh,
  nameEn: label.en,
});

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

  static of = ({ code, step, anchor, amount, unit, lateEffect }: Coded<DeadlineRule>): DeadlineTerm =>
    Object.assign(new DeadlineTerm(), {
      rule: code,
      step,
      anchor,
      amount,
      unit,
      refusesLate: lateEffect === 'REFUSE',
    });
}

@ObjectType({ description: '办理程序: what a locality’s process knows, for forms and legends' })
export class CaseProcess {
  constructor(readonly process: Process) {}

  @Field(() => String, { description: '程序版本: cases keep the one they were handed over under' })
  get version(): string {
    return this.process.version;
  }

  @Field(() => [String], { description: '语言: in which the locality has words, Chinese first' })
  get languages(): readonly string[] {
    return languagesOf(this.process);
  }

  @Field(() => [ProposalKindEnum], { description: '件别: kinds of cases the locality handles' })
  get kinds(): readonly string[] {
    return this.process.kinds;
  }

  @Field(() => [ProposerTerm], { description: '提出方式: who may propose, with the limits' })
  get proposers(): ProposerTerm[] {
    return Object.entries(this.process.submission.proposers).map(([type, rule]) =>
      ProposerTerm.of(type, rule),
    );
  }

  @Field(() => [LocalTerm], { description: '来源: origins of the locality, for the form' })
  get origins(): LocalTerm[] {
    return inOrder(this.process.submission.origins).map((one) => Object.assign(new LocalTerm(), named(one)));
  }

  @Field(() => [LocalTerm], { description: '撰写清单: in order' })
  get checklist(): LocalTerm[] {
    return inOrder(this.process.submission.checklist).map((one) =>
      Object.assign(new LocalTerm(), named(one)),
    );
  }

  @Field(() => [ReviewStageTerm], { description: '审查环节: in order' })
  get reviewStages(): ReviewStageTerm[] {
    return inOrder(this.process.review.stages).map((stage) =>
      Object.assign(new ReviewStageTerm(), named(stage), {
        order: stage.order,
        body: stage.body ?? null,
        preReview: stage.before === 'SUBMIT',
        byLower: stage.by === 'BELOW',
        quorum: stage.quorum ?? 1,
        verdicts: stage.verdicts,
        reasonRequired: stage.reasonRequired,
      }),
    );
  }

  @Field(() => [LocalTerm], { description: '审查理由: reason codes of the review' })
  get reviewReasons(): LocalTerm[] {
    return inOrder(this.process.review.reasons).map((reason) =>
      Object.assign(new LocalTerm(), named(reason)),
    );
  }

  @Field(() => [OutcomeClassTerm], { description: '办理结果类别: in order' })
  get outcomeClasses(): OutcomeClassTerm[] {
    return inOrder(this.process.outcomes.classes).map((one) =>
      Object.assign(new OutcomeClassTerm(), named(one), { outcomes: one.outcomes }),
    );
  }

  @Field(() => [FeedbackAxisEnum], { description: '评价维度: what every form rates' })
  get feedbackAxes(): readonly string[] {
    return this.process.feedback.axes;
  }

  @Field(() => [OwnAxisTerm], { description: '本地评价维度: axes of the locality’s own, in order' })
  get ownFeedbackAxes(): OwnAxisTerm[] {
    return inOrder(this.process.feedback.ownAxes).map((one) =>
      Object.assign(new OwnAxisTerm(), named(one), { maxPoints: one.points?.max ?? null }),
    );
  }

  @Field(() => [LocalTerm], { description: '重新办理事由: why an office may have a case handled again' })
  get rehandlingTriggers(): LocalTerm[] {
    return inOrder(this.process.rehandling.triggers).map((one) => Object.assign(new LocalTerm(), named(one)));
  }

  @Field(() => [LocalTerm], { description: '答复问题: what a reviewer may find wrong with a draft' })
  get replyFaults(): LocalTerm[] {
    return inOrder(this.process.replies.faults).map((one) => Object.assign(new LocalTerm(), named(one)));
  }

  @Field(() => [SatisfactionLevelTerm], { description: '满意度等级: in order' })
  get satisfactionLevels(): SatisfactionLevelTerm[] {
    return inOrder(this.process.feedback.levels).map((one) =>
      Object.assign(new SatisfactionLevelTerm(), named(one), { canonical: one.canonical }),
    );
  }

  @Field(() => [KeyTierTerm], { description: '重点层级: tiers of key items' })
  get keyTiers(): KeyTierTerm[] {
    return inOrder(this.process.keyTiers).map((one) =>
      Object.assign(new KeyTierTerm(), named(one), { canonical: one.canonical }),
    );
  }

  @Field(() => [GrantFormTerm], {
    description: '协作方式: forms in which a case is granted to another level',
  })
  get grantForms(): GrantFormTerm[] {
    return inOrder(this.process.grants).map(({ label, within, ownLevelFirst = false, ...form }) =>
      Object.assign(new GrantFormTerm(), named({ ...form, label }), { ...form, ...within, ownLevelFirst }),
    );
  }

  @Field(() => [DeadlineTerm], { description: '时限规则: the clocks of the process' })
  get deadlines(): DeadlineTerm[] {
    return inOrder(this.process.deadlines).map(DeadlineTerm.of);
  }
}
