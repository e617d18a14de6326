import { encodeId } from '@duban/kernel';
import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { HandoverBatchRow } from '../store/handover-batch.store.js';

@ObjectType({ description: '集中交办: cases handed over at one meeting, or with one notice' })
export class HandoverBatch {
  constructor(
    readonly tenant: number,
    readonly row: HandoverBatchRow,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'batch', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => String, { nullable: true, description: '会议名称: the meeting; null for a notice alone' })
  get meeting(): string | null {
    return this.row.meeting;
  }

  @Field(() => DateScalar, { description: '日期: when it was held' })
  get heldOn(): string {
    return this.row.held_on;
  }

  @Field(() => String, { nullable: true, description: '地点: where' })
  get place(): string | null {
    return this.row.place;
  }

  @Field(() => [String], { description: '出席人: who attended' })
  get attendees(): readonly string[] {
    return this.row.attendees;
  }

  @Field(() => String, { nullable: true, description: '通知文号: number of the notice' })
  get noticeNumber(): string | null {
    return this.row.notice_number;
  }

  @Field(() => Int, { description: '件数: how many cases were handed over' })
  get caseCount(): number {
    return this.row.case_count;
  }
}
