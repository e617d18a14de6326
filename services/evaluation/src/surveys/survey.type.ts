import { encodeId } from '@duban/kernel';
import { connectionOf, DateScalar, DateTimeScalar, DecimalScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { KeptEvidence } from '../evidence/evidence.store.js';
import { ScoreEvidenceType } from '../evidence/evidence.type.js';
import { ProposalType, UnitType } from '../foreign.type.js';
import type { KeptSurvey } from './survey.store.js';

@ObjectType('Survey', {
  description:
    '第三方满意度调查(测评): who was asked, when and by whom; never changed, only replaced by another import',
})
export class SurveyType {
  constructor(
    readonly tenant: number,
    readonly kept: KeptSurvey,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return this.idOf(this.kept.surveyId);
  }

  @Field(() => Int, { description: '年度: whose scores it counts in' })
  get year(): number {
    return this.kept.year;
  }

  @Field(() => String, { description: '名称: what it is called' })
  get title(): string {
    return this.kept.title;
  }

  @Field(() => String, { description: '组织者: who asked' })
  get organiser(): string {
    return this.kept.organiser;
  }

  @Field(() => DateScalar, { description: '起始日: the first day on which somebody was asked' })
  get from(): string {
    return this.kept.from;
  }

  @Field(() => DateScalar, { description: '截止日: the last day' })
  get to(): string {
    return this.kept.to;
  }

  @Field(() => Int, { description: '样本量: how many were asked' })
  get sampleSize(): number {
    return this.kept.sampleSize;
  }

  @Field(() => DateTimeScalar, { description: '导入时间: since when it counts' })
  get importedAt(): string {
    return this.kept.importedAt;
  }

  @Field(() => Boolean, { description: '已被更正: another import counts in its place' })
  get replaced(): boolean {
    return this.kept.replaced;
  }

  @Field(() => ID, { nullable: true, description: '更正对象: the import that this one replaces' })
  get replacesId(): string | null {
    return this.kept.replaces === null ? null : this.idOf(this.kept.replaces);
  }

  @Field(() => String, { nullable: true, description: '更正理由: why it replaces another' })
  get reason(): string | null {
    return this.kept.reason;
  }

  private idOf(id: string): string {
    return encodeId({ kind: 'survey', tenant: this.tenant, id });
  }
}

@ObjectType('SurveyResult', { description: '测评结果: what a survey gave one unit on one question' })
export class SurveyResultType {
  constructor(
    readonly tenant: number,
    readonly record: KeptEvidence,
  ) {}

  @Field(() => String, { description: '题目: the code under which the sheets ask for it' })
  get question(): string {
    return this.record.code;
  }

  @Field(() => UnitType, { description: '承办单位: whom it is about' })
  get unit(): UnitType {
    return UnitType.of(this.tenant, this.record.subject.id);
  }

  @Field(() => ProposalType, {
    nullable: true,
    description: '件: the case it is about; null when about the unit as a whole',
  })
  get proposal(): ProposalType | null {
    const { caseId } = this.record;
    return caseId === null ? null : ProposalType.of(this.tenant, caseId);
  }

  @Field(() => DecimalScalar, { description: '得分: what it was given' })
  get value(): string {
    return this.record.value;
  }

  @Field(() => Int, { description: '有效答卷: how many answers it rests on' })
  get validAnswers(): number {
    return this.record.survey?.answers ?? 0;
  }

  @Field(() => ScoreEvidenceType, { description: '评分依据: the record that scores read' })
  get evidence(): ScoreEvidenceType {
    return new ScoreEvidenceType(this.tenant, this.record);
  }
}

export const SurveyConnection = connectionOf(SurveyType, '测评', 'Survey');
