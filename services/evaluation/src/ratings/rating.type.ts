import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CanonicalLevelEnum } from '../evaluation.enums.type.js';
import { MandateType, UnitType } from '../foreign.type.js';
import { RatingAxisEnum, RatingMethodEnum, RatingSourceEnum } from './rating.enums.type.js';
import type { BallotCount, Rating } from './rating.js';
import { explained } from './vote-words.js';

@ObjectType({ description: '选项票数: votes for one choice' })
export class BallotsOfChoice {
  constructor(readonly of: BallotCount['ballots'][number]) {}

  @Field(() => String, { description: '选项: code of the choice' })
  get choice(): string {
    return this.of.choice;
  }

  @Field(() => String, { description: '名称: in Chinese, as it was then' })
  get name(): string {
    return this.of.zh;
  }

  @Field(() => Int, { description: '票数: how many' })
  get count(): number {
    return this.of.count;
  }
}

@ObjectType({ description: '表决情况: how a collective vote came out' })
export class RatingVote {
  constructor(readonly of: BallotCount) {}

  @Field(() => Int, { nullable: true, description: '人数: those who could vote' })
  get voters(): number | null {
    return this.of.voters;
  }

  @Field(() => [BallotsOfChoice], { description: '各选项票数: every choice there was' })
  get ballots(): BallotsOfChoice[] {
    return this.of.ballots.map((one) => new BallotsOfChoice(one));
  }

  @Field(() => Int, { description: '弃权: abstentions' })
  get abstained(): number {
    return this.of.abstained;
  }

  @Field(() => Int, { description: '无效票: ballots that count for nothing' })
  get invalid(): number {
    return this.of.invalid;
  }

  @Field(() => Boolean, { description: '通过: by the locality’s own rule of verdict' })
  get passed(): boolean {
    return this.of.passed;
  }

  @Field(() => String, {
    nullable: true,
    description:
      '结论说明: by which share of what, and how many were enough, in Chinese; null where the rule was not kept',
  })
  get explanation(): string | null {
    return explained(this.of)?.zh ?? null;
  }

  @Field(() => String, { nullable: true, description: '结论说明(英文): the same in English' })
  get explanationEn(): string | null {
    return explained(this.of)?.en ?? null;
  }
}

@ObjectType('Rating', {
  description:
    '评价: one axis of what somebody said about a reply, whatever the source; never changed, only replaced by another',
})
export class RatingType {
  constructor(
    readonly tenant: number,
    readonly rating: Rating,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return this.idOf(this.rating.ratingId);
  }

  @Field(() => RatingSourceEnum, { description: '来源: form, verification, survey, follow-up or vote' })
  get source(): Rating['source'] {
    return this.rating.source;
  }

  @Field(() => Int, { nullable: true, description: '轮次: of the handling; null for the case as a whole' })
  get round(): number | null {
    return this.rating.round;
  }

  @Field(() => UnitType, {
    nullable: true,
    description: '承办单位: whose handling; null for the case as a whole',
  })
  get unit(): UnitType | null {
    const { unitId } = this.rating;
    return unitId === null ? null : UnitType.of(this.tenant, unitId);
  }

  @Field(() => MandateType, {
    nullable: true,
    description: '评价人: null for a body that voted, and for who may not see who said what',
  })
  get rater(): MandateType | null {
    return MandateType.of(this.tenant, this.rating.raterId);
  }

  @Field(() => RatingAxisEnum, { description: '评价方面: what was rated' })
  get axis(): Rating['axis'] {
    return this.rating.axis;
  }

  @Field(() => String, { nullable: true, description: '本地评价方面: code of an axis of the locality’s own' })
  get ownAxis(): string | null {
    return this.rating.ownAxis;
  }

  @Field(() => String, { description: '满意度: the locality’s own level' })
  get level(): string {
    return this.rating.level;
  }

  @Field(() => CanonicalLevelEnum, { description: '通用满意度: what the level means' })
  get canonicalLevel(): string {
    return this.rating.canonicalLevel;
  }

  @Field(() => Int, { nullable: true, description: '分数: where the axis is rated in points' })
  get points(): number | null {
    return this.rating.points;
  }

  @Field(() => Boolean, { description: '计为满意: whether the locality counts it as satisfied' })
  get satisfied(): boolean {
    return this.rating.satisfied;
  }

  @Field(() => String, {
    nullable: true,
    description: '意见: in words; not for who may not see who said what',
  })
  get comment(): string | null {
    return this.rating.comment;
  }

  @Field(() => RatingMethodEnum, { nullable: true, description: '征询方式: how the proposer was asked' })
  get method(): string | null {
    return this.rating.method;
  }

  @Field(() => String, { nullable: true, description: '受委托方: who asked, where somebody was entrusted' })
  get agency(): string | null {
    return this.rating.agency;
  }

  @Field(() => RatingVote, { nullable: true, description: '表决情况: of a collective vote' })
  get vote(): RatingVote | null {
    return this.rating.vote && new RatingVote(this.rating.vote);
  }

  @Field(() => DateTimeScalar, { description: '评价时间: when it was given' })
  get at(): string {
    return this.rating.at;
  }

  @Field(() => Boolean, { description: '代录: somebody else entered it for the one who rates' })
  get enteredForRater(): boolean {
    return this.rating.enteredBy !== null;
  }

  @Field(() => ID, { nullable: true, description: '更正对象: the rating that this one replaces' })
  get replacesId(): string | null {
    return this.rating.replaces === null ? null : this.idOf(this.rating.replaces);
  }

  @Field(() => String, { nullable: true, description: '更正理由: why it replaces another' })
  get reason(): string | null {
    return this.rating.reason;
  }

  @Field(() => Boolean, { description: '已被更正: another one counts in its place' })
  get replaced(): boolean {
    return this.rating.replaced;
  }

  private idOf(id: string): string {
    return encodeId({ kind: 'rating', tenant: this.tenant, id });
  }
}
