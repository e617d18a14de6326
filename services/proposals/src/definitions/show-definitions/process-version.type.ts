import { type DefinitionChange, encodeId, toldChanges } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../graph/enum.type.js';
import { CaseProcess } from '../../process/show-process/case-process.type.js';
import type { StoredDefinition } from '../definition-deps.js';
import { ProcessDifference, ProcessSource, ProcessValue } from './process-value.type.js';

export const ProcessOriginEnum = enumOf<StoredDefinition['origin']>(
  'ProcessOrigin',
  '版本来源: how a version came about',
  {
    FILE: '文件: loaded from the files at a start',
    PUBLISHED: '发布: drafted, checked and approved here',
  },
);

@ObjectType({ description: '程序版本: a stored version of a locality’s process; it never changes' })
export class ProcessVersion {
  constructor(
    readonly tenant: number,
    readonly stored: StoredDefinition,
  ) {}

  @Field(() => String, { description: '版本: its name; cases keep the one they were handed over under' })
  get version(): string {
    return this.stored.version;
  }

  @Field(() => DateScalar, { description: '生效日期: the first day on which cases are handed over under it' })
  get effectiveFrom(): string {
    return this.stored.effectiveFrom;
  }

  @Field(() => ProcessOriginEnum, { description: '来源: from the files, or published here' })
  get origin(): string {
    return this.stored.origin;
  }

  @Field(() => DateTimeScalar, { description: '存入时间: when it was stored' })
  get recordedAt(): string {
    return this.stored.recordedAt;
  }

  @Field(() => ID, { nullable: true, description: '草案编号: the draft it was published from' })
  get draftId(): string | null {
    const { draftId: id } = this.stored;
    return id === null ? null : encodeId({ kind: 'draft', tenant: this.tenant, id });
  }

  @Field(() => [ProcessSource], {
    description: '构成: the levels whose documents it was made of, from the base down',
  })
  get sources(): ProcessSource[] {
    return this.stored.layers.map((layer) => new ProcessSource(layer));
  }

  @Field(() => CaseProcess, { description: '办理程序: what it says, for forms and legends' })
  get process(): CaseProcess {
    return new CaseProcess(this.stored.definition);
  }
}

@ObjectType({ description: '现行程序: a process with the origin of every value' })
export class EffectiveDefinition {
  constructor(
    readonly shown: ProcessVersion,
    readonly found: readonly ProcessValue[],
  ) {}

  @Field(() => ProcessVersion, { description: '版本: which one it is' })
  get version(): ProcessVersion {
    return this.shown;
  }

  @Field(() => [ProcessValue], { description: '取值: every value, with the level that said it last' })
  get values(): readonly ProcessValue[] {
    return this.found;
  }
}

@ObjectType({ description: '程序对照: where two versions differ, in plain words' })
export class ProcessComparison {
  constructor(readonly found: readonly DefinitionChange[]) {}

  @Field(() => [ProcessDifference], { description: '改动: each place' })
  get changes(): ProcessDifference[] {
    return this.found.map((change) => new ProcessDifference(change));
  }

  @Field(() => String, { description: '说明: all of it to be read; empty when they say the same' })
  get text(): string {
    return toldChanges(this.found).zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get textEn(): string {
    return toldChanges(this.found).en;
  }
}
