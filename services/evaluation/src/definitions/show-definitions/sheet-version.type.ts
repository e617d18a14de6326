import { type DefinitionChange, encodeId, toldChanges } from '@duban/kernel';
import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { register } from '../../evaluation.enums.type.js';
import type { StoredSheets } from '../sheet-desk.js';
import { SheetDifference, SheetSource, SheetValue } from './sheet-value.type.js';

export const SheetOriginEnum = register<StoredSheets['origin']>(
  'SheetOrigin',
  '考核表版本来源: how a version came about',
  {
    FILE: '文件: loaded from the files at a start',
    PUBLISHED: '发布: drafted, checked and approved here',
  },
);

@ObjectType({ description: '考核表版本: a stored version of a locality’s score sheets; it never changes' })
export class ScoreSheetVersion {
  constructor(
    readonly tenant: number,
    readonly stored: StoredSheets,
  ) {}

  @Field(() => String, { description: '版本: its name' })
  get version(): string {
    return this.stored.version;
  }

  @Field(() => DateScalar, { description: '生效日期: the first day that is scored by it' })
  get effectiveFrom(): string {
    return this.stored.effectiveFrom;
  }

  @Field(() => SheetOriginEnum, { description: '来源: from the files, or published here' })
  get origin(): string {
    return this.stored.origin;
  }

  @Field(() => DateTimeScalar, { description: '存入时间: when it was stored' })
  get recordedAt(): string {
    return this.stored.recordedAt;
  }

  @Field(() => ID, { nullable: true, description: '草案编号: the draft it was published from' })
  get sheetDraftId(): string | null {
    const { draftId: id } = this.stored;
    return id === null ? null : encodeId({ kind: 'sheetdraft', tenant: this.tenant, id });
  }

  @Field(() => [SheetSource], {
    description: '构成: the levels whose documents it was made of, from the base down',
  })
  get sources(): SheetSource[] {
    return this.stored.layers.map((layer) => new SheetSource(layer));
  }

  @Field(() => [String], { description: '考核表: codes of its sheets, as score and ranking take them' })
  get sheets(): string[] {
    return Object.keys(this.stored.definition.sheets);
  }
}

@ObjectType({ description: '现行考核表: the sheets with the origin of every value' })
export class EffectiveScoreSheets {
  constructor(
    readonly shown: ScoreSheetVersion,
    readonly found: readonly SheetValue[],
  ) {}

  @Field(() => ScoreSheetVersion, { description: '版本: which one it is' })
  get version(): ScoreSheetVersion {
    return this.shown;
  }

  @Field(() => [SheetValue], { description: '取值: every value, with the level that said it last' })
  get values(): readonly SheetValue[] {
    return this.found;
  }
}

@ObjectType({ description: '考核表对照: where two versions differ, in plain words' })
export class SheetComparison {
  constructor(readonly found: readonly DefinitionChange[]) {}

  @Field(() => [SheetDifference], { description: '改动: each place' })
  get changes(): SheetDifference[] {
    return this.found.map((change) => new SheetDifference(change));
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
