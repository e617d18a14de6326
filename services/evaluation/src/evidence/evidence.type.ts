import { encodeId } from '@duban/kernel';
import { connectionOf, DateTimeScalar, DecimalScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ProposalType, SectionType, UnitType } from '../foreign.type.js';
import type { Assessor } from '../sheet/assessment.js';
import { AssessorEnum, EvidenceSourceEnum, ObjectionVerdictEnum } from './evidence.enums.type.js';
import type { EvidenceDocument } from './evidence.js';
import { isContested, type KeptEvidence, type KeptObjection } from './evidence.store.js';

@ObjectType({ description: '佐证材料: a document that shows why a grade is what it is' })
export class ScoreDocument {
  constructor(readonly document: EvidenceDocument) {}

  @Field(() => String, { description: '名称: what it is' })
  get title(): string {
    return this.document.title;
  }

  @Field(() => String, { description: '出处: where it is kept, such as a document number' })
  get reference(): string {
    return this.document.reference;
  }
}

@ObjectType('ScoreObjection', { description: '申诉: what a unit said against a grade, and what was decided' })
export class ScoreObjectionType {
  constructor(
    readonly tenant: number,
    readonly kept: KeptObjection,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'objection', tenant: this.tenant, id: this.kept.objectionId });
  }

  @Field(() => String, { description: '申诉理由: why the unit objects' })
  get reason(): string {
    return this.kept.reason;
  }

  @Field(() => [ScoreDocument], { description: '佐证材料: what the unit shows' })
  get documents(): ScoreDocument[] {
    return this.kept.documents.map((one) => new ScoreDocument(one));
  }

  @Field(() => DateTimeScalar, { description: '申诉时间: since when the grade does not count' })
  get at(): string {
    return this.kept.at;
  }

  @Field(() => ObjectionVerdictEnum, { nullable: true, description: '裁定: null while nobody has decided' })
  get verdict(): KeptObjection['verdict'] {
    return this.kept.verdict;
  }

  @Field(() => String, { nullable: true, description: '裁定理由: why it was decided so' })
  get verdictReason(): string | null {
    return this.kept.verdictReason;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '裁定时间: when it was decided' })
  get decidedAt(): string | null {
    return this.kept.decidedAt;
  }
}

@ObjectType('ScoreEvidence', {
  description:
    '评分依据: a grade, a rating or a flag that scores read; never changed, only replaced by another',
})
export class ScoreEvidenceType {
  constructor(
    readonly tenant: number,
    readonly kept: KeptEvidence,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return this.idOf(this.kept.recordId);
  }

  @Field(() => EvidenceSourceEnum, { description: '依据类别: grade, survey rating or flag' })
  get source(): KeptEvidence['source'] {
    return this.kept.source;
  }

  @Field(() => String, { description: '代码: under which the sheets look for it' })
  get code(): string {
    return this.kept.code;
  }

  @Field(() => Int, { description: '年度: whose score it counts in' })
  get year(): number {
    return this.kept.year;
  }

  @Field(() => UnitType, {
    nullable: true,
    description: '承办单位: whom it is about; null when about a section, or a suggestion itself',
  })
  get unit(): UnitType | null {
    const { subject } = this.kept;
    return subject.kind === 'UNIT' ? UnitType.of(this.tenant, subject.id) : null;
  }

  @Field(() => SectionType, { nullable: true, description: '科室: the section it is about; null for others' })
  get section(): SectionType | null {
    const { subject } = this.kept;
    return subject.kind === 'SECTION' ? SectionType.of(this.tenant, subject.id) : null;
  }

  @Field(() => ProposalType, {
    nullable: true,
    description: '件: the case it is about; null when about the subject as a whole',
  })
  get proposal(): ProposalType | null {
    const { subject, caseId } = this.kept;
    const id = subject.kind === 'PROPOSAL' ? subject.id : caseId;
    return id === null ? null : ProposalType.of(this.tenant, id);
  }

  @Field(() => AssessorEnum, {
    nullable: true,
    description: '评分人: as what kind of assessor it was given; null for what the office recorded',
  })
  get assessor(): Assessor | null {
    return this.kept.given?.assessor ?? null;
  }

  @Field(() => ScoreObjectionType, {
    nullable: true,
    description: '申诉: what the unit said against it; null when nothing',
  })
  get objection(): ScoreObjectionType | null {
    return this.kept.objection && new ScoreObjectionType(this.tenant, this.kept.objection);
  }

  @Field(() => Boolean, {
    description: '计入: it counts; false once another one does, and while an objection waits for a decision',
  })
  get counts(): boolean {
    return !this.kept.replaced && !isContested(this.kept);
  }

  @Field(() => DecimalScalar, { description: '分值: the grade; 1 for a flag' })
  get value(): string {
    return this.kept.value;
  }

  @Field(() => [ScoreDocument], { description: '佐证材料: what shows it' })
  get documents(): ScoreDocument[] {
    return this.kept.documents.map((one) => new ScoreDocument(one));
  }

  @Field(() => String, { nullable: true, description: '说明: in words' })
  get note(): string | null {
    return this.kept.note;
  }

  @Field(() => DateTimeScalar, { description: '生效时间: since when it counts' })
  get at(): string {
    return this.kept.at;
  }

  @Field(() => DateTimeScalar, { description: '记录时间: when it was recorded' })
  get recordedAt(): string {
    return this.kept.recordedAt;
  }

  @Field(() => ID, { nullable: true, description: '更正对象: the record that this one replaces' })
  get replacesId(): string | null {
    return this.kept.replaces === null ? null : this.idOf(this.kept.replaces);
  }

  @Field(() => String, { nullable: true, description: '更正理由: why it replaces another' })
  get reason(): string | null {
    return this.kept.reason;
  }

  @Field(() => Boolean, { description: '已被更正: another one counts in its place' })
  get replaced(): boolean {
    return this.kept.replaced;
  }

  private idOf(id: string): string {
    return encodeId({ kind: 'evidence', tenant: this.tenant, id });
  }
}

export const EvidenceConnection = connectionOf(ScoreEvidenceType, '评分依据', 'ScoreEvidence');
