import { encodeId } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ProposalRead } from '../store/case.read.js';
import { CanonicalOutcomeEnum } from './handling-vocabulary.type.js';
import {
  CasePhaseEnum,
  DisclosureConsentEnum,
  KeyTierEnum,
  ProposalKindEnum,
  ProposerTypeEnum,
  SessionPeriodEnum,
  SourceEnum,
} from './vocabulary.type.js';

/** What a case says of itself; what it is connected with stands in `proposal-links.query.ts`. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: '建议提案: a deputy’s suggestion or a CPPCC proposal, from draft to the last promise kept',
})
export class Proposal {
  constructor(
    readonly tenant: number,
    readonly row: ProposalRead,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'proposal', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => Int, { description: '版本: number of events so far; give it back as expectedVersion' })
  get version(): number {
    return this.row.version;
  }

  @Field(() => ProposalKindEnum, { description: '件别: suggestion or proposal' })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => CasePhaseEnum, { description: '阶段: where it stands' })
  get phase(): string {
    return this.row.phase;
  }

  @Field(() => SessionPeriodEnum, { description: '时段: in session or between sessions' })
  get period(): string {
    return this.row.period;
  }

  @Field(() => ProposerTypeEnum, { description: '提出方式: individual, joint or a collective' })
  get proposerType(): string {
    return this.row.proposer_type;
  }

  @Field(() => String, {
    nullable: true,
    description: '集体名称: delegation, party, sector or group, for collective forms',
  })
  get collective(): string | null {
    return this.row.collective;
  }

  @Field(() => DisclosureConsentEnum, { description: '公开意愿: what the proposer agrees to disclose' })
  get disclosureConsent(): string {
    return this.row.disclosure_consent;
  }

  @Field(() => SourceEnum, { description: '录入来源: on line, from paper or from a ledger' })
  get source(): string {
    return this.row.source;
  }

  @Field(() => String, { description: '标题: the title (案由)' })
  get title(): string {
    return this.row.title;
  }

  @Field(() => Int, { description: '文本版本: 1 as drafted, one more with each revision' })
  get contentVersion(): number {
    return this.row.content_version;
  }

  @Field(() => String, { nullable: true, description: '分类: code of the locality’s own category' })
  get category(): string | null {
    return this.row.category;
  }

  @Field(() => String, {
    nullable: true,
    description: '通用分类: canonical category, known from docketing on',
  })
  get canonicalCategory(): string | null {
    return this.row.canonical_category;
  }

  @Field(() => String, { nullable: true, description: '案号: the case number, from docketing on' })
  get caseNumber(): string | null {
    return this.row.case_number;
  }

  @Field(() => Int, { nullable: true, description: '年度: the year it is counted under' })
  get year(): number | null {
    return this.row.year;
  }

  @Field(() => Int, { nullable: true, description: '届: the term' })
  get term(): number | null {
    return this.row.term;
  }

  @Field(() => Int, { nullable: true, description: '次: the session of the term' })
  get session(): number | null {
    return this.row.session;
  }

  @Field(() => Boolean, { description: '疑难件: a hard or wide matter, with the longer time limit' })
  get hard(): boolean {
    return this.row.hard;
  }

  @Field(() => String, { nullable: true, description: '重点层级: the locality’s own tier of key items' })
  get keyTier(): string | null {
    return this.row.key_tier;
  }

  @Field(() => KeyTierEnum, { nullable: true, description: '重点督办层级: what the tier means everywhere' })
  get canonicalKeyTier(): string | null {
    return this.row.canonical_key_tier;
  }

  @Field(() => String, { nullable: true, description: '程序版本: the process it was handed over under' })
  get processVersion(): string | null {
    return this.row.process_version;
  }

  @Field(() => Int, { nullable: true, description: '轮次: the current round of handling, 1 at first' })
  get round(): number | null {
    return this.row.round;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: '到期日: when the next reply is due (Asia/Shanghai)',
  })
  get dueOn(): string | null {
    return this.row.due_on;
  }

  @Field(() => String, {
    nullable: true,
    description:
      '办理结果类别: the locality’s own class; of several separate units the one furthest from solved',
  })
  get currentClass(): string | null {
    return this.row.current_class;
  }

  @Field(() => [CanonicalOutcomeEnum], {
    description: '通用办理结果: what the class means; empty while there is none',
  })
  get outcomes(): readonly string[] {
    return this.row.outcomes;
  }

  @Field(() => DateTimeScalar, { description: '起草时间: when it was drafted' })
  get draftedAt(): Date {
    return this.row.drafted_at;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '提交时间: when it was submitted, last if more than once',
  })
  get submittedAt(): Date | null {
    return this.row.submitted_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '立案时间: when it got its case number' })
  get docketedAt(): Date | null {
    return this.row.docketed_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '交办时间: when it was first handed over' })
  get handedOverAt(): Date | null {
    return this.row.handed_over_at;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '办复时间: when all formal replies were given',
  })
  get repliedAt(): Date | null {
    return this.row.replied_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时间: when the handling ended' })
  get closedAt(): Date | null {
    return this.row.closed_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '办成时间: since when it is solved' })
  get solvedAt(): Date | null {
    return this.row.solved_at;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '满意时间: since when all ratings of the latest round satisfy',
  })
  get satisfiedAt(): Date | null {
    return this.row.satisfied_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回时间: when it was withdrawn' })
  get withdrawnAt(): Date | null {
    return this.row.withdrawn_at;
  }

  @Field(() => DateTimeScalar, { description: '更新时间: when anything was last recorded on it' })
  get changedAt(): Date {
    return this.row.changed_at;
  }
}
