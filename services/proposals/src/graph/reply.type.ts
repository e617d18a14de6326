import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Letter } from '../case/events-answering.js';
import type {
  ClassChange as Change,
  Commitment as CommitmentState,
  Reply as ReplyState,
} from '../case/state.js';
import type { Stored } from '../store/case-columns.store.js';
import type { ReplyRow } from '../store/case-rows.js';
import { CanonicalOutcomeEnum, ContactRoleEnum, ReplyKindEnum } from './handling-vocabulary.type.js';
import { Commitment, ReplyLetter } from './reply-letter.type.js';

@ObjectType({ description: '类别变更: one step in the history of a reply’s class' })
export class ClassChange {
  constructor(readonly change: Change) {}

  @Field(() => String, { description: '类别: the locality’s own class' })
  get class(): string {
    return this.change.class;
  }

  @Field(() => [CanonicalOutcomeEnum], { description: '通用办理结果: what it means' })
  get outcomes(): readonly string[] {
    return this.change.outcomes;
  }

  @Field(() => DateTimeScalar, { description: '时间: since when' })
  get at(): string {
    return this.change.at;
  }

  @Field(() => String, {
    description: '依据: CLAIM of the unit, CONFIRMATION, or TRACKING (struck off or downgraded)',
  })
  get by(): string {
    return this.change.by;
  }

  @Field(() => String, { nullable: true, description: '理由: why it was changed' })
  get reason(): string | null {
    return this.change.reason;
  }
}

@ObjectType({ description: '答复签发人: who signed a reply' })
export class Signatory {
  constructor(readonly signatory: ReplyState['signatory']) {}

  @Field(() => String, { description: '姓名: name' })
  get name(): string {
    return this.signatory.name;
  }

  @Field(() => ContactRoleEnum, { description: '身份: what they were when they signed' })
  get role(): string {
    return this.signatory.role;
  }
}

/** What a reply says of itself; what it is connected with stands in `reply-links.query.ts`. */
@ObjectType({ description: '答复: the letter of one unit in one round' })
export class Reply {
  constructor(
    readonly tenant: number,
    readonly row: Stored<ReplyRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'reply', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => ReplyKindEnum, { description: '答复种类: interim, formal or follow-up' })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => Int, { description: '轮次: of the handling' })
  get round(): number {
    return this.row.round;
  }

  @Field(() => String, { description: '文号: number of the letter' })
  get documentNumber(): string {
    return this.row.document_number;
  }

  @Field(() => String, { description: '正文: text of the reply' })
  get body(): string {
    return this.row.body;
  }

  @Field(() => String, {
    nullable: true,
    description: '自评类别: the class the unit claims; null for an interim reply',
  })
  get claimedClass(): string | null {
    return this.row.claimed_class;
  }

  @Field(() => String, { nullable: true, description: '确认类别: the class as confirmed' })
  get confirmedClass(): string | null {
    return this.row.confirmed_class;
  }

  @Field(() => [CanonicalOutcomeEnum], {
    description: '通用办理结果: of the confirmed class, else of the claimed one',
  })
  get outcomes(): readonly string[] {
    return this.row.outcomes;
  }

  @Field(() => [ClassChange], { description: '类别变更记录: how the class changed, in order' })
  get classHistory(): ClassChange[] {
    return (this.row.class_history as Change[]).map((change) => new ClassChange(change));
  }

  @Field(() => Signatory, { description: '签发人: who signed it' })
  get signatory(): Signatory {
    return new Signatory(this.row.signatory as ReplyState['signatory']);
  }

  @Field(() => DateTimeScalar, { description: '签发时间: when it was issued' })
  get issuedAt(): Date {
    return this.row.issued_at;
  }

  @Field(() => Boolean, { description: '按时: whether it was issued by the due date, extensions included' })
  get onTime(): boolean {
    return this.row.on_time;
  }

  @Field(() => Boolean, { description: '面复: delivered face to face, as recorded among the contacts' })
  get faceToFace(): boolean {
    return this.row.face_to_face;
  }

  @Field(() => Boolean, { description: '主要负责人面复: delivered by the head of the unit' })
  get byHead(): boolean {
    return this.row.by_head;
  }

  @Field(() => ReplyLetter, {
    nullable: true,
    description: '答复件要素: copies, contact, disclosure; null for letters of old ledgers',
  })
  get letter(): ReplyLetter | null {
    return ReplyLetter.of(this.row.letter as Letter | null);
  }

  @Field(() => [Commitment], { description: '承诺事项: what the letter promises, with dates' })
  get commitments(): Commitment[] {
    const made = (this.row.commitments ?? []) as CommitmentState[];
    return made.map((one) => Commitment.of(this.tenant, one));
  }
}
