import { encodeId } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Stored } from '../store/case-columns.store.js';
import type { AssignmentRow } from '../store/case-rows.js';
import { DueDate } from './due-date.type.js';
import {
  AssignmentOriginEnum,
  AssignmentPhaseEnum,
  AssignmentRoleEnum,
  CanonicalOutcomeEnum,
} from './handling-vocabulary.type.js';

/** What an assignment says of itself; what it is connected with stands in `assignment-links.query.ts`. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: '承办任务: one unit’s part in one round of one case, with its own clock and reply',
})
export class Assignment {
  constructor(
    readonly tenant: number,
    readonly row: Stored<AssignmentRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'assignment', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => AssignmentRoleEnum, { description: '承办角色: sole, lead, co or separate' })
  get role(): string {
    return this.row.role;
  }

  @Field(() => Int, { description: '轮次: 1 at first, 2 in the second handling' })
  get round(): number {
    return this.row.round;
  }

  @Field(() => AssignmentOriginEnum, { description: '来源: why it exists' })
  get origin(): string {
    return this.row.origin;
  }

  @Field(() => AssignmentPhaseEnum, { description: '承办阶段: where it stands' })
  get phase(): string {
    return this.row.phase;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: '到期日: the last day for the reply, or for a co-unit’s opinion',
  })
  get dueOn(): string | null {
    return this.row.due_on;
  }

  @Field(() => DueDate, { nullable: true, description: '到期日说明: how the due date came about' })
  get due(): DueDate | null {
    return DueDate.of(this.row.due);
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '交办时间: when the clock started' })
  get handedOverAt(): Date | null {
    return this.row.handed_over_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '签收时间: when the unit acknowledged it' })
  get acknowledgedAt(): Date | null {
    return this.row.acknowledged_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '答复时间: when the formal reply was given' })
  get repliedAt(): Date | null {
    return this.row.replied_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '评价时间: when the proposer rated it' })
  get ratedAt(): Date | null {
    return this.row.rated_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时间: when the handling ended' })
  get closedAt(): Date | null {
    return this.row.closed_at;
  }

  @Field(() => String, { nullable: true, description: '自评类别: the result class the unit claims' })
  get claimedClass(): string | null {
    return this.row.claimed_class;
  }

  @Field(() => String, { nullable: true, description: '确认类别: the result class as confirmed' })
  get confirmedClass(): string | null {
    return this.row.confirmed_class;
  }

  @Field(() => [CanonicalOutcomeEnum], {
    description: '通用办理结果: what the class means; empty while there is none',
  })
  get outcomes(): readonly string[] {
    return this.row.outcomes;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: '按时: whether the formal reply was in time; null before it',
  })
  get onTime(): boolean | null {
    return this.row.on_time;
  }
}
