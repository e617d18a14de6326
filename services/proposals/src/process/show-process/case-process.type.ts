import { Field, ObjectType } from 'type-graphql';
import { FeedbackAxisEnum } from '../../graph/handling-vocabulary.type.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import type { Label, Process } from '../process.js';
import { languagesOf } from '../words.js';
import {
  DeadlineTerm,
  GrantFormTerm,
  KeyTierTerm,
  LocalTerm,
  OutcomeClassTerm,
  OwnAxisTerm,
  ProposerTerm,
  ReviewStageTerm,
  SatisfactionLevelTerm,
} from './process-terms.type.js';

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
