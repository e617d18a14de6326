import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  AllocationAnswer as AnswerFact,
  HandoverDetails as HandoverFact,
  HandoverValue,
  Matter as MatterFact,
  Precheck as PrecheckFact,
  HandoverReceipt as ReceiptFact,
} from '../case/state.js';
import type { FieldValue as ValueFact } from '../process/typed-field.js';
import { DueDate } from './due-date.type.js';
import { HandlingModeEnum, ReceiptOpinionEnum } from './handover-vocabulary.type.js';

@ObjectType({ description: '要素: the value of one of the locality’s own fields' })
export class FieldValue {
  constructor(readonly fact: ValueFact & Partial<Pick<HandoverValue, 'unitId'>>) {}

  @Field(() => String, { description: '代码: code of the field in the locality’s process' })
  get field(): string {
    return this.fact.field;
  }

  @Field(() => String, { description: '内容: as text' })
  get value(): string {
    return this.fact.value;
  }
}

@ObjectType({ description: '事项: one matter of the case' })
export class Matter {
  constructor(
    readonly tenant: number,
    readonly fact: MatterFact,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'matter', tenant: this.tenant, id: this.fact.matterId });
  }

  @Field(() => Int, { description: '序号: from 1' })
  get number(): number {
    return this.fact.number;
  }

  @Field(() => String, { description: '内容: what is asked for' })
  get text(): string {
    return this.fact.text;
  }
}

@ObjectType({ description: '预交办答复: what the proposer or a unit said of the proposed units' })
export class AllocationAnswer {
  constructor(readonly fact: AnswerFact) {}

  @Field(() => Boolean, { description: '同意: whether they agree' })
  get agrees(): boolean {
    return this.fact.agrees;
  }

  @Field(() => String, { nullable: true, description: '理由: why not' })
  get reason(): string | null {
    return this.fact.reason;
  }

  @Field(() => DateTimeScalar, { description: '时间: when' })
  get at(): string {
    return this.fact.at;
  }
}

@ObjectType({ description: '预交办: proposer and units are asked about the proposed units' })
export class Precheck {
  constructor(readonly fact: PrecheckFact) {}

  @Field(() => Int, { description: '轮次: which proposal is asked about' })
  get round(): number {
    return this.fact.round;
  }

  @Field(() => DueDate, { nullable: true, description: '答复期限: who is silent until then agrees' })
  get answerBy(): DueDate | null {
    return DueDate.of(this.fact.answerBy);
  }

  @Field(() => [AllocationAnswer], { description: '答复: to the latest proposal' })
  get answers(): AllocationAnswer[] {
    return this.fact.answers.map((one) => new AllocationAnswer(one));
  }
}

@ObjectType({ description: '交办情况: what was fixed when it was handed over' })
export class HandoverDetails {
  constructor(readonly fact: HandoverFact) {}

  @Field(() => HandlingModeEnum, { description: '承办方式: how the units share it' })
  get mode(): string {
    return this.fact.mode;
  }

  @Field(() => String, { nullable: true, description: '通知文号: number of the notice' })
  get noticeNumber(): string | null {
    return this.fact.noticeNumber;
  }

  @Field(() => [FieldValue], { description: '交办要素: values of the locality’s fields' })
  get fields(): FieldValue[] {
    return this.fact.fields.map((one) => new FieldValue(one));
  }
}

@ObjectType({ description: '回执: what the unit said when it acknowledged' })
export class HandoverReceipt {
  constructor(readonly fact: ReceiptFact) {}

  @Field(() => ReceiptOpinionEnum, { nullable: true, description: '回执意见: whether it agrees' })
  get opinion(): string | null {
    return this.fact.opinion;
  }

  @Field(() => String, { nullable: true, description: '备注: a remark' })
  get note(): string | null {
    return this.fact.note;
  }

  @Field(() => DateTimeScalar, { description: '时间: when' })
  get at(): string {
    return this.fact.at;
  }
}
