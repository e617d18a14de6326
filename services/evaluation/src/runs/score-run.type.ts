import { encodeId } from '@duban/kernel';
import { connectionOf, DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { KeptRun, RunState } from './score-run.js';

export const RunStateEnum = enumOf<RunState>('ScoreRunState', '发布状态: whether a publication holds', {
  IN_FORCE: '有效: it holds',
  SUPERSEDED: '已取代: a later publication holds in its place',
  WITHDRAWN: '已撤回: it holds no longer, and nothing is in its place',
});

@ObjectType('LogPosition', { description: '数据位置: up to which event of a log the facts reach' })
export class LogPositionType {
  constructor(
    readonly logName: string,
    readonly at: number,
  ) {}

  @Field(() => String, { description: '日志: proposals (cases) or evaluation (grades, ratings, flags)' })
  get log(): string {
    return this.logName;
  }

  @Field(() => Int, { description: '位置: of the last event' })
  get position(): number {
    return this.at;
  }
}

@ObjectType('ScoreRun', {
  description:
    '考核结果: scores as they were published, frozen with everything they were made of; never changed, only superseded or withdrawn',
})
export class ScoreRunType {
  constructor(
    readonly tenant: number,
    readonly run: KeptRun,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return this.idOf(this.run.runId);
  }

  @Field(() => Int, { description: '发布次数: which publication of this sheet and year it is, from 1' })
  get turn(): number {
    return this.run.turn;
  }

  @Field(() => String, { description: '考核表: its code' })
  get sheet(): string {
    return this.run.sheet;
  }

  @Field(() => String, { description: '考核表版本: of every level the sheet is made of' })
  get sheetVersion(): string {
    return this.run.sheetVersion;
  }

  @Field(() => Int, { description: '考核表版本序号: as the sheet has it' })
  get sheetSerial(): number {
    return this.run.sheetSerial;
  }

  @Field(() => Int, { description: '年度: whose cases count' })
  get year(): number {
    return this.run.year;
  }

  @Field(() => DateTimeScalar, { description: '时点: as things stood then' })
  get asOf(): string {
    return this.run.asOf;
  }

  @Field(() => [LogPositionType], { description: '数据位置: how far each log was read' })
  get positions(): LogPositionType[] {
    return Object.entries(this.run.positions).map(([log, position]) => new LogPositionType(log, position));
  }

  @Field(() => String, { description: '数据摘要: SHA-256 of everything that was read' })
  get inputHash(): string {
    return this.run.inputHash;
  }

  @Field(() => String, { description: '结果摘要: SHA-256 of every subject’s score, one a line' })
  get hash(): string {
    return this.run.hash;
  }

  @Field(() => Int, { description: '对象数: how many were scored' })
  get subjects(): number {
    return this.run.subjects;
  }

  @Field(() => RunStateEnum, { description: '状态: whether it holds' })
  get state(): RunState {
    return this.run.state;
  }

  @Field(() => ID, { nullable: true, description: '取代: the publication whose place it took' })
  get supersedesId(): string | null {
    return this.run.supersedes && this.idOf(this.run.supersedes);
  }

  @Field(() => ID, { nullable: true, description: '被取代: the publication that took its place' })
  get supersededById(): string | null {
    return this.run.supersededBy && this.idOf(this.run.supersededBy);
  }

  @Field(() => String, { nullable: true, description: '取代理由: why it took the place of another' })
  get reason(): string | null {
    return this.run.reason;
  }

  @Field(() => String, { nullable: true, description: '说明: in words' })
  get note(): string | null {
    return this.run.note;
  }

  @Field(() => DateTimeScalar, { description: '发布时间: when it was published' })
  get publishedAt(): string {
    return this.run.publishedAt;
  }

  @Field(() => String, { nullable: true, description: '撤回理由: why it holds no longer' })
  get withdrawnReason(): string | null {
    return this.run.withdrawnReason;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回时间: since when it holds no longer' })
  get withdrawnAt(): string | null {
    return this.run.withdrawnAt;
  }

  private idOf(id: string): string {
    return encodeId({ kind: 'run', tenant: this.tenant, id });
  }
}

export const ScoreRunConnection = connectionOf(ScoreRunType, '考核结果', 'ScoreRun');
