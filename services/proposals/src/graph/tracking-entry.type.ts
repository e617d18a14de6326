import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Evidence as EvidenceFact } from '../case/events-tracking.js';
import type { Stored } from '../store/case-columns.store.js';
import type { TrackingEntryRow } from '../store/case-rows.js';
import { CanonicalOutcomeEnum, EntryPhaseEnum } from './handling-vocabulary.type.js';

type Note = { readonly text: string; readonly at: string };

@ObjectType({ description: '进展: one note of progress' })
export class ProgressNote {
  constructor(readonly note: Note) {}

  @Field(() => String, { description: '内容: what was done' })
  get text(): string {
    return this.note.text;
  }

  @Field(() => DateTimeScalar, { description: '时间: when' })
  get at(): string {
    return this.note.at;
  }
}

@ObjectType({ description: '落实证明: something that can be looked at' })
export class Evidence {
  constructor(readonly evidence: EvidenceFact) {}

  @Field(() => String, { description: '名称: what it is' })
  get title(): string {
    return this.evidence.title;
  }

  @Field(() => String, { nullable: true, description: '出处: where it is kept, such as a file number' })
  get reference(): string | null {
    return this.evidence.reference;
  }
}

/** What an entry says of itself; what it is connected with stands in `tracking-entry-links.query.ts`. */
@ObjectType({
  description: '跟踪台账记录: a promise not yet kept, registered (挂号) until it is struck off (销号)',
})
export class TrackingEntry {
  constructor(
    readonly tenant: number,
    readonly row: Stored<TrackingEntryRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'entry', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => String, { description: '挂号编号: its number in the register' })
  get registerNumber(): string {
    return this.row.register_number;
  }

  @Field(() => Int, { description: '挂号年度: the year it was registered under' })
  get originYear(): number {
    return this.row.origin_year;
  }

  @Field(() => Int, { description: '年度: the year it is kept under now' })
  get year(): number {
    return this.row.year;
  }

  @Field(() => Int, { description: '结转年数: how often it was carried over' })
  get yearsCarried(): number {
    return this.row.years_carried;
  }

  @Field(() => String, { description: '办理结果类别: the locality’s own class it is tracked under' })
  get class(): string {
    return this.row.class;
  }

  @Field(() => [CanonicalOutcomeEnum], { description: '通用办理结果: what the class means' })
  get outcomes(): readonly string[] {
    return this.row.outcomes;
  }

  @Field(() => EntryPhaseEnum, { description: '跟踪阶段: where it stands' })
  get phase(): string {
    return this.row.phase;
  }

  @Field(() => [ProgressNote], { description: '进展: notes of progress, in order' })
  get progress(): ProgressNote[] {
    return (this.row.progress as Note[]).map((note) => new ProgressNote(note));
  }

  @Field(() => [Evidence], { description: '落实证明: what the claim rests on' })
  get evidence(): Evidence[] {
    return (this.row.evidence as EvidenceFact[]).map((one) => new Evidence(one));
  }

  @Field(() => DateTimeScalar, { description: '挂号时间: when it was registered' })
  get registeredAt(): Date {
    return this.row.registered_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '申请销号时间: when the unit claimed it done' })
  get claimedAt(): Date | null {
    return this.row.claimed_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '核实时间: when it was confirmed' })
  get confirmedAt(): Date | null {
    return this.row.confirmed_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '销号时间: when it was struck off' })
  get struckOffAt(): Date | null {
    return this.row.struck_off_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '终止时间: when it ended, struck off or not' })
  get endedAt(): Date | null {
    return this.row.ended_at;
  }
}
