import { encodeId } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Letter } from '../case/events-answering.js';
import type { Commitment as CommitmentState, ReplyDraft as DraftState } from '../case/state-answering.js';
import {
  FulfilmentEnum,
  LetterDisclosureEnum,
  ReplyFaultEnum,
  ReplyVerdictEnum,
} from './answering-vocabulary.type.js';

@ObjectType({ description: '答复件要素: what a letter says beside its text, class and signature' })
export class ReplyLetter {
  @Field(() => [String], { description: '抄送: names of the bodies that get a copy' })
  copies: readonly string[];

  @Field(() => String, { nullable: true, description: '联系人: whom to ask' })
  contactName: string | null;

  @Field(() => String, { nullable: true, description: '联系电话: their number' })
  contactPhone: string | null;

  @Field(() => LetterDisclosureEnum, {
    nullable: true,
    description: '公开属性: whether the public may read it; null when the letter does not say',
  })
  disclosure: string | null;

  @Field(() => Boolean, { description: '附反馈意见表: whether the feedback form went with it' })
  feedbackForm: boolean;

  @Field(() => [Int], { description: '所答事项: numbers of the matters it answers' })
  matters: readonly number[];

  static of = (letter: Letter | null): ReplyLetter | null =>
    letter && Object.assign(new ReplyLetter(), { matters: [] }, letter);
}

@ObjectType({ description: '承诺核实: one look at whether a promise was kept' })
export class CommitmentCheck {
  @Field(() => FulfilmentEnum, { description: '兑现情况: kept, in part, or not' })
  fulfilled: string;

  @Field(() => String, { nullable: true, description: '说明: what was found' })
  note: string | null;

  @Field(() => DateTimeScalar, { description: '核实时间: when' })
  at: string;
}

@ObjectType({ description: '承诺事项: what a letter promises, with a date' })
export class Commitment {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  @Field(() => String, { description: '内容: what is promised' })
  text: string;

  @Field(() => DateScalar, { description: '完成期限: the day by which it is to be kept' })
  dueOn: string;

  @Field(() => FulfilmentEnum, {
    nullable: true,
    description: '兑现情况: as last checked; null while nobody has looked',
  })
  fulfilled: string | null;

  @Field(() => [CommitmentCheck], { description: '核实记录: every look at it, in order' })
  checks: readonly CommitmentCheck[];

  static of(tenant: number, made: CommitmentState): Commitment {
    const checks = made.checks.map((one) => Object.assign(new CommitmentCheck(), one));
    return Object.assign(new Commitment(), {
      id: encodeId({ kind: 'commitment', tenant, id: made.commitmentId }),
      text: made.text,
      dueOn: made.dueOn,
      fulfilled: made.checks.at(-1)?.fulfilled ?? null,
      checks,
    });
  }
}

@ObjectType({ description: '会签: what a co-unit says to the draft' })
export class Countersign {
  readonly unitId: string;

  @Field(() => Boolean, { description: '同意: whether it agrees' })
  agreed: boolean;

  @Field(() => String, { nullable: true, description: '意见: what it objects to' })
  text: string | null;

  @Field(() => DateTimeScalar, { description: '会签时间: when' })
  at: string;
}

@ObjectType({ description: '答复问题: a fault found in a draft' })
export class FoundFault {
  @Field(() => String, { description: '代码: the locality’s own code' })
  code: string;

  @Field(() => ReplyFaultEnum, { description: '通用问题: what it means' })
  canonical: string;
}

@ObjectType({ description: '答复审核: what the office says of a draft' })
export class ReplyReview {
  @Field(() => ReplyVerdictEnum, { description: '结论: may be sent or not' })
  verdict: string;

  @Field(() => [FoundFault], { description: '问题: what is wrong with it' })
  faults: readonly FoundFault[];

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: '审核时间: when' })
  at: string;
}

@ObjectType({ description: '答复稿: what a unit means to answer, while it is agreed and checked' })
export class ReplyDraft {
  @Field(() => String, { description: '正文: the text' })
  body: string;

  @Field(() => String, { description: '自评类别: the class the unit means to claim' })
  claimedClass: string;

  @Field(() => DateTimeScalar, { description: '拟稿时间: when it was written' })
  draftedAt: string;

  @Field(() => [Countersign], { description: '会签: what co-units say to it' })
  countersigns: readonly Countersign[];

  @Field(() => ReplyReview, { nullable: true, description: '审核: null while nobody has read it' })
  review: ReplyReview | null;

  static of(draft: DraftState | null): ReplyDraft | null {
    if (!draft) return null;
    const { body, claimedClass, draftedAt, review } = draft;
    return Object.assign(new ReplyDraft(), {
      ...{ body, claimedClass, draftedAt },
      countersigns: draft.countersigns.map((one) => Object.assign(new Countersign(), one)),
      review: review && Object.assign(new ReplyReview(), review),
    });
  }
}
