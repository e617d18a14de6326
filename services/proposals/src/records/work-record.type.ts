import { encodeId } from '@duban/kernel';
import { DateTimeScalar, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { DueDate } from '../graph/due-date.type.js';
import { Evidence } from '../graph/tracking-entry.type.js';
import type { Label } from '../process/process.js';
import type { RecordRead } from './record-list/record-list.read.js';
import { RecordValue } from './record-value.type.js';
import { CanonicalRecordEnum, RecordAboutEnum, RecordVerdictEnum } from './record-vocabulary.type.js';
import type {
  RecordAnswer as Answer,
  RecordValue as Filled,
  RecordSignature as Place,
} from './work-record.js';

@ObjectType({ description: '签名: one place to sign, and who signed' })
export class RecordSignature {
  constructor(readonly place: Place) {}

  @Field(() => String, { description: '位置: code of the place; signRecord takes it' })
  get signer(): string {
    return this.place.signer;
  }

  @Field(() => String, { description: '名称: who signs here, in Chinese' })
  get label(): string {
    return this.place.label.zh;
  }

  @Field(() => [RoleEnum], { description: '角色: roles that may sign here' })
  get roles(): readonly string[] {
    return this.place.roles;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '签名时间: when; null while it is open' })
  get signedAt(): string | null {
    return this.place.signedAt;
  }

  @Field(() => String, { nullable: true, description: '签名人: name as signed' })
  get name(): string | null {
    return this.place.name;
  }
}

@ObjectType({ description: '答复: what was answered to a work record' })
export class RecordAnswer {
  constructor(readonly answer: Answer) {}

  @Field(() => String, { description: '内容: the answer' })
  get text(): string {
    return this.answer.text;
  }

  @Field(() => [Evidence], { description: '材料: what it rests on' })
  get evidence(): Evidence[] {
    return this.answer.evidence.map((one) => new Evidence(one));
  }

  @Field(() => DateTimeScalar, { description: '时间: when' })
  get at(): string {
    return this.answer.at;
  }

  @Field(() => Boolean, { description: '逾期: after the day it was due' })
  get late(): boolean {
    return this.answer.late;
  }
}

type Corrected = { readonly at: string; readonly reason: string; readonly before: readonly Filled[] };

@ObjectType({ description: '更正: what a record said before it was corrected' })
export class RecordCorrection {
  constructor(
    readonly tenant: number,
    readonly corrected: Corrected,
  ) {}

  @Field(() => DateTimeScalar, { description: '更正时间: when' })
  get at(): string {
    return this.corrected.at;
  }

  @Field(() => String, { description: '理由: why' })
  get reason(): string {
    return this.corrected.reason;
  }

  @Field(() => [RecordValue], { description: '更正前内容: the fields as they were' })
  get before(): RecordValue[] {
    return this.corrected.before.map((one) => new RecordValue(this.tenant, one));
  }
}

/** What a record says of itself; what it is connected with stands in `record-links.query.ts`. */
@ObjectType({
  description:
    '工作记录: something that was done, held or written and must be on record; its kinds are the locality’s',
})
export class WorkRecord {
  constructor(
    readonly tenant: number,
    readonly row: RecordRead,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'record', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => String, { description: '种类: code of the locality’s own kind' })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => CanonicalRecordEnum, { description: '通用种类: what the kind means everywhere' })
  get canonical(): string {
    return this.row.canonical;
  }

  @Field(() => String, { description: '名称: the kind in Chinese' })
  get label(): string {
    return (this.row.label as Label).zh;
  }

  @Field(() => String, { description: '英文名称: the kind in English' })
  get labelEn(): string {
    return (this.row.label as Label).en;
  }

  @Field(() => RecordAboutEnum, { description: '对象: what it is about' })
  get about(): string {
    return this.row.about;
  }

  @Field(() => DateTimeScalar, { description: '时间: when it took place' })
  get at(): Date {
    return this.row.held_at;
  }

  @Field(() => [RecordValue], { description: '内容: its filled fields, in order' })
  get values(): RecordValue[] {
    return (this.row.field_values as Filled[]).map((one) => new RecordValue(this.tenant, one));
  }

  @Field(() => RecordVerdictEnum, { nullable: true, description: '结论: of a vote' })
  get verdict(): string | null {
    return this.row.verdict;
  }

  @Field(() => [RecordSignature], { description: '签名: the places to sign' })
  get signers(): RecordSignature[] {
    return (this.row.signers as Place[]).map((place) => new RecordSignature(place));
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '完成时间: when all had signed; null before' })
  get completedAt(): Date | null {
    return this.row.completed_at;
  }

  @Field(() => Boolean, { description: '须答复: whether somebody has to answer it' })
  get answerRequired(): boolean {
    return this.row.answer_required;
  }

  @Field(() => [RoleEnum], { description: '由谁答复: roles that may answer it' })
  get answerBy(): readonly string[] {
    return (this.row.answer_by as readonly string[] | null) ?? [];
  }

  @Field(() => DueDate, { nullable: true, description: '答复期限: until when it is to be answered' })
  get answerDue(): DueDate | null {
    return DueDate.of(this.row.answer_due);
  }

  @Field(() => RecordAnswer, { nullable: true, description: '答复: the answer; null while there is none' })
  get answer(): RecordAnswer | null {
    return this.row.answer === null ? null : new RecordAnswer(this.row.answer as Answer);
  }

  @Field(() => [RecordCorrection], { description: '更正: in order' })
  get corrections(): RecordCorrection[] {
    return (this.row.corrections as Corrected[]).map((one) => new RecordCorrection(this.tenant, one));
  }
}
