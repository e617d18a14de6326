import { encodeId, type SharingLevel } from '@duban/kernel';
import { connectionOf, DateTimeScalar, enumOf, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalityType, ProposalType } from '../foreign.type.js';
import type { Reading } from './reading.store.js';
import type { ReadingWay } from './shared-case.js';

const ReadingWayEnum = enumOf<ReadingWay>('ReadingWay', '查阅方式: how cases were read from above', {
  LIST: '列表: in a list',
  EXPORT: '导出: in a table that leaves the house',
});

const SawEnum = enumOf<Extract<SharingLevel, 'METADATA' | 'FULL'>>('ReadingSight', '所见: what was seen', {
  METADATA: '件目: no title of any',
  FULL: '标题: a title of at least one, shared or disclosed',
});

@ObjectType('CaseReading', {
  description: '查阅记录: one answer that showed cases of the locality to somebody above; never changed',
})
export class CaseReadingType {
  constructor(
    readonly owner: number,
    readonly reading: Reading,
  ) {}

  @Field(() => ID, { description: '编号: public id' })
  get id(): string {
    return encodeId({ kind: 'reading', tenant: this.reading.readerId, id: this.reading.readingId });
  }

  @Field(() => LocalityType, { description: '查阅方: who read' })
  get reader(): LocalityType {
    return LocalityType.of(this.reading.readerId);
  }

  @Field(() => RoleEnum, { description: '查阅人角色: in which role' })
  get role(): string {
    return this.reading.role;
  }

  @Field(() => ReadingWayEnum, { description: '查阅方式: how' })
  get way(): ReadingWay {
    return this.reading.way;
  }

  @Field(() => SawEnum, { description: '所见: what was seen' })
  get saw(): SharingLevel {
    return this.reading.saw;
  }

  @Field(() => Int, { description: '件数: how many cases' })
  get count(): number {
    return this.reading.caseIds.length;
  }

  @Field(() => [ProposalType], {
    nullable: 'items',
    description: '建议提案: which cases; null for one that the viewer may not read',
  })
  get cases(): readonly ProposalType[] {
    return this.reading.caseIds.map((caseId) => ProposalType.of(this.owner, caseId));
  }

  @Field(() => DateTimeScalar, { description: '查阅时间: when' })
  get readAt(): Date {
    return this.reading.readAt;
  }
}

export const CaseReadingConnection = connectionOf(CaseReadingType, '查阅记录', 'CaseReading');
