import { encodeId } from '@duban/kernel';
import { DateTimeScalar, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Stored } from '../store/case-columns.store.js';
import type { FeedbackRow } from '../store/case-rows.js';
import { CanonicalLevelEnum, FeedbackAxisEnum } from './handling-vocabulary.type.js';

/** What a rating says of itself; what it rates, and what tells who it was, stands in `feedback-links.query.ts`. */
@ObjectType({ description: '评价: one axis of a signed feedback form; never changed' })
export class Feedback {
  constructor(
    readonly tenant: number,
    readonly row: Stored<FeedbackRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'feedback', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => ID, { description: '评价表: ratings with the same value stand on one form' })
  get formId(): string {
    return encodeId({ kind: 'form', tenant: this.tenant, id: this.row.form_id });
  }

  @Field(() => Int, { description: '轮次: of the handling' })
  get round(): number {
    return this.row.round;
  }

  @Field(() => FeedbackAxisEnum, {
    description: '评价维度: attitude, result, overall, or another of the locality’s own',
  })
  get axis(): string {
    return this.row.axis;
  }

  @Field(() => String, { nullable: true, description: '本地评价维度: code of an axis of the locality’s own' })
  get ownAxis(): string | null {
    return this.row.own_axis;
  }

  @Field(() => Int, { nullable: true, description: '分数: where the axis is rated in points' })
  get points(): number | null {
    return this.row.points;
  }

  @Field(() => String, { description: '满意度: the locality’s own level' })
  get level(): string {
    return this.row.level;
  }

  @Field(() => CanonicalLevelEnum, { description: '通用满意度: what the level means' })
  get canonicalLevel(): string {
    return this.row.canonical_level;
  }

  @Field(() => RoleEnum, {
    nullable: true,
    description: '代录角色: who entered it from paper; null when the proposer did',
  })
  get collectedBy(): string | null {
    return this.row.collected_by;
  }

  @Field(() => DateTimeScalar, { description: '评价时间: when it was given' })
  get givenAt(): Date {
    return this.row.given_at;
  }

  @Field(() => ID, { nullable: true, description: '更正的评价: the rating whose place it took' })
  get replaces(): string | null {
    const { replaces } = this.row;
    return replaces === null ? null : encodeId({ kind: 'feedback', tenant: this.tenant, id: replaces });
  }
}
