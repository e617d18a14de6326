import { encodeId } from '@duban/kernel';
import { enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { wordsOfMove } from './move-words.js';
import type { StayReason } from './plan-case-move.js';
import type { MoveBatch, PlannedCase } from './plan-move/plan-move.js';

export const StayReasonEnum = enumOf<StayReason>(
  'StayReason',
  '不转用的原因: why a case stays with its version',
  {
    ENDED: '已办结或未交办: ended, or not handed over',
    ALREADY_THERE: '已按该版办理: it follows that version already',
    KIND_NOT_HANDLED: '不受理此类件: the new process does not handle its kind',
    CLASS_UNMAPPED: '类别无对应: one of its classes means nothing there',
    CLASS_NOT_THERE:
      '原程序无此类别: one of its classes, given since the move, means nothing where it came from',
    RETURN_PENDING: '退办待裁定: a return waits for its decision',
    NO_TIME_LIMIT: '无适用期限: the new process has no time limit for it',
    WOULD_BE_STUCK: '转用后无法继续: nobody could carry it further',
    NOT_MOVED: '未曾转用: there is no move to take back',
  },
);

@ObjectType({ description: '转用方案中的一件: what a move does to one case, or why it stays' })
export class PlannedMove {
  constructor(
    readonly tenant: number,
    readonly planned: PlannedCase,
  ) {}

  @Field(() => ID, { description: '件编号: the case' })
  get proposalId(): string {
    return encodeId({ kind: 'proposal', tenant: this.tenant, id: this.planned.file.proposalId });
  }

  @Field(() => String, { nullable: true, description: '案号: of the case' })
  get caseNumber(): string | null {
    return this.planned.file.state.docketing?.caseNumber ?? null;
  }

  @Field(() => Boolean, { description: '转用: true when it moves' })
  get moves(): boolean {
    return this.planned.move.moves;
  }

  @Field(() => StayReasonEnum, { nullable: true, description: '不转用的原因: null when it moves' })
  get reason(): StayReason | null {
    return this.planned.move.moves ? null : this.planned.move.reason;
  }

  @Field(() => String, { description: '说明: dates and classes that change, or why it stays' })
  get text(): string {
    return wordsOfMove(this.planned.move).zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get textEn(): string {
    return wordsOfMove(this.planned.move).en;
  }
}

@ObjectType({ description: '转用方案: what moving the next cases would do; nothing is recorded' })
export class MovePlan {
  constructor(
    readonly tenant: number,
    readonly batch: MoveBatch,
  ) {}

  @Field(() => [PlannedMove], { description: '各件: each case of this batch' })
  get cases(): PlannedMove[] {
    return this.batch.cases.map((planned) => new PlannedMove(this.tenant, planned));
  }

  @Field(() => Int, { description: '转用件数: how many of them move' })
  get moving(): number {
    return this.batch.cases.filter(({ move }) => move.moves).length;
  }

  @Field(() => Int, { description: '不转用件数: how many of them stay' })
  get staying(): number {
    return this.batch.cases.length - this.moving;
  }

  @Field(() => ID, {
    nullable: true,
    description: '下一批起点: what `after` takes next; null when these were the last',
  })
  get next(): string | null {
    const { next: id } = this.batch;
    return id === null ? null : encodeId({ kind: 'proposal', tenant: this.tenant, id });
  }
}
