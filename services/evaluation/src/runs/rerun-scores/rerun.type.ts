import { encodeId } from '@duban/kernel';
import { DecimalScalar, enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { ProposalType } from '../../foreign.type.js';
import type { SubjectKind } from '../../sheet/sheet.js';
import type { Cause, FactChange, LineDifference, ScoreDifference } from '../run-differences.js';
import { SubjectFields, subjectFields } from '../subject.type.js';
import { FirstArg, firstOf } from './first.input.js';
import type { Rerun, RerunFacts } from './rerun-scores.js';

export const RerunFactsEnum = enumOf<RerunFacts>('RerunFacts', '重算依据: over which facts', {
  AS_PUBLISHED: '发布时的数据: what was read when it was published; gives the same bytes',
  AS_KNOWN_NOW: '今天所知的数据: what is known today of the same instant; shows what was corrected since',
  AS_OF_TODAY:
    '今天的数据: what is so today; shows what has happened since too, such as a signed form that was corrected',
});

@ObjectType('ScoreFactChange', { description: '事实变化: a fact that was one thing then and is another now' })
export class FactChangeType {
  @Field(() => String, { description: '事实: as score sheets name it, such as lateReplies' })
  fact: string;

  @Field(() => String, { nullable: true, description: '发布时: null where there was none' })
  before: string | null;

  @Field(() => String, { nullable: true, description: '现在: null where there is none' })
  after: string | null;

  static of(change: FactChange): FactChangeType {
    return Object.assign(new FactChangeType(), change);
  }
}

@ObjectType('ScoreCause', { description: '差异原因: a case or a record of which something else is known' })
export class ScoreCauseType {
  @Field(() => ProposalType, {
    nullable: true,
    description: '件: the case, with its events; null for a record about the subject',
  })
  proposal: ProposalType | null;

  @Field(() => ID, { nullable: true, description: '评分依据: the record; null for a case' })
  evidenceId: string | null;

  @Field(() => DecimalScalar, { description: '原失分: points it cost then' })
  before: string;

  @Field(() => DecimalScalar, { description: '现失分: points it costs now' })
  after: string;

  /** Not a field: what `facts` are made of. */
  changes: readonly FactChange[];

  @Field(() => [FactChangeType], { description: '事实变化: what became known' })
  facts(@FirstArg(100) first: number): FactChangeType[] {
    return firstOf(this.changes, first, 100).map((change) => FactChangeType.of(change));
  }

  static of(tenant: number, { caseId, recordId, before, after, facts }: Cause): ScoreCauseType {
    return Object.assign(new ScoreCauseType(), {
      proposal: caseId === null ? null : ProposalType.of(tenant, caseId),
      evidenceId: recordId === null ? null : encodeId({ kind: 'evidence', tenant, id: recordId }),
      before,
      after,
      changes: facts,
    });
  }
}

@ObjectType('ScoreLineDifference', { description: '明细差异: a line that gives something else now' })
export class LineDifferenceType {
  @Field(() => String, { description: '代码: the indicator, bonus or deduction' })
  line: string;

  @Field(() => DecimalScalar, { nullable: true, description: '发布得分: null where it had no such line' })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '现得分: null where it has no such line' })
  after: string | null;

  /** Not fields: what `causedBy` is made of. */
  causes: readonly Cause[];
  subject: SubjectKind;
  subjectId: string;

  static of(
    subject: SubjectKind,
    subjectId: string,
    { code, before, after, causedBy }: LineDifference,
  ): LineDifferenceType {
    return Object.assign(new LineDifferenceType(), {
      line: code,
      before,
      after,
      causes: causedBy,
      subject,
      subjectId,
    });
  }
}

@ObjectType('ScoreDifference', {
  description: '得分差异: somebody whose score, rank or grade is not what was published',
})
export class ScoreDifferenceType extends SubjectFields {
  @Field(() => DecimalScalar, { nullable: true, description: '发布总分: null where it had no score' })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '现总分: null where it has no score' })
  after: string | null;

  @Field(() => Int, { nullable: true, description: '发布名次: within the group' })
  rankBefore: number | null;

  @Field(() => Int, { nullable: true, description: '现名次: within the group' })
  rankAfter: number | null;

  /** Not fields: what `lines` are made of. */
  changed: ScoreDifference;
  subject: SubjectKind;

  @Field(() => [LineDifferenceType], { description: '明细差异: the largest first; empty where others moved' })
  lines(@FirstArg(100) first: number): LineDifferenceType[] {
    const { subjectId, lines } = this.changed;
    return firstOf(lines, first, 100).map((line) => LineDifferenceType.of(this.subject, subjectId, line));
  }

  static of(tenant: number, subject: SubjectKind, changed: ScoreDifference): ScoreDifferenceType {
    const { subjectId, before, after } = changed;
    return Object.assign(new ScoreDifferenceType(), {
      ...subjectFields(tenant, subject, subjectId),
      before: before?.counted ?? null,
      after: after?.counted ?? null,
      rankBefore: before?.rank ?? null,
      rankAfter: after?.rank ?? null,
      changed,
      subject,
    });
  }
}

@ObjectType('ScoreRerun', { description: '重算: a published score run again, and what came out otherwise' })
export class ScoreRerunType {
  @Field(() => Boolean, { description: '一致: every byte is what was published' })
  equal: boolean;

  @Field(() => String, { description: '结果摘要: SHA-256 of what came out' })
  hash: string;

  /** Not fields: what `differences` are made of. */
  tenant: number;
  rerun: Rerun;

  @Field(() => [ScoreDifferenceType], { description: '差异: one by one' })
  differences(@FirstArg(500) first: number): ScoreDifferenceType[] {
    const { subject, differences } = this.rerun;
    return firstOf(differences, first, 500).map((one) => ScoreDifferenceType.of(this.tenant, subject, one));
  }

  static of(tenant: number, rerun: Rerun): ScoreRerunType {
    const { equal, hash } = rerun;
    return Object.assign(new ScoreRerunType(), { tenant, rerun, equal, hash });
  }
}
