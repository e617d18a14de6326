import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';
import { type ChangeKind, type DefinitionChange, toldChanges } from '../../definitions/definition-diff.js';
import { writtenPath } from '../../definitions/definition-tree.js';
import type { EffectiveValue } from '../../definitions/effective-values.js';
import type { MergeOffer, OfferedChange } from '../../definitions/merge-offers.js';
import type { LayerLevel, PinnedLayer } from '../../layers/pinned-layer.js';
import { enumOf } from '../enum.js';

/** What processes and score sheets are made of and told in: the same types in every subgraph that has definitions. */

export const DefinitionLevelEnum = enumOf<LayerLevel>('DefinitionLevel', '定义层级: whose document it is', {
  BASE: '通用: what every place builds upon',
  NATION: '全国: the nation',
  PROVINCE: '省: a province',
  CITY: '市: a city',
  COUNTY: '县: a county',
});

export const DefinitionChangeKindEnum = enumOf<ChangeKind>(
  'DefinitionChangeKind',
  '改动类型: what happened to a value',
  {
    ADDED: '新增: it was not there before',
    REMOVED: '取消: it is not there any more',
    CHANGED: '改动: it is another one',
  },
);

export const DefinitionOfferKindEnum = enumOf<MergeOffer['kind']>(
  'DefinitionOfferKind',
  '更新来源: who offers it',
  {
    UPPER: '上级: a level above changed what it says',
    FILE: '文件: the own file changed after something was published here',
  },
);

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Each subgraph adds `locality`, which is its own part of that entity. */
@Directive('@shareable')
@ObjectType({ description: '定义来源: a level whose document a process or score sheets are made of' })
export class DefinitionSource {
  constructor(readonly layer: Pick<PinnedLayer, 'locality' | 'level' | 'name' | 'source'>) {}

  @Field(() => String, { description: '代号: what inputs take' })
  get source(): string {
    return this.layer.source;
  }

  @Field(() => DefinitionLevelEnum, { description: '层级: base, nation, province, city or county' })
  get level(): string {
    return this.layer.level;
  }

  @Field(() => String, { description: '名称: of the locality; 通用 for the base' })
  get name(): string {
    return this.layer.name;
  }
}

@Directive('@shareable')
@ObjectType({ description: '定义取值: one value of a process or of score sheets, and where it comes from' })
export class DefinitionValue {
  constructor(readonly found: EffectiveValue) {}

  @Field(() => String, {
    description: '路径: such as deadlines.reply.amount or sheets.units.indicators.onTime.weight',
  })
  get path(): string {
    return writtenPath(this.found.path);
  }

  @Field(() => String, { description: '值: as JSON' })
  get value(): string {
    return JSON.stringify(this.found.value);
  }

  @Field(() => String, { description: '含义: the value in words' })
  get words(): string {
    return this.found.words.zh;
  }

  @Field(() => String, { description: '名目: what it is called' })
  get label(): string {
    return this.found.label.zh;
  }

  @Field(() => String, { description: '英文名目: the same in English' })
  get labelEn(): string {
    return this.found.label.en;
  }

  @Field(() => DefinitionSource, { nullable: true, description: '出处: the level that said it last' })
  get source(): DefinitionSource | null {
    return this.found.layer && new DefinitionSource(this.found.layer);
  }

  @Field(() => DefinitionSource, {
    nullable: true,
    description: '锁定: the level that lets nobody below change it',
  })
  get lockedBy(): DefinitionSource | null {
    return this.found.lockedBy && new DefinitionSource(this.found.lockedBy);
  }
}

@Directive('@shareable')
@ObjectType({ description: '定义改动: one place where two versions differ' })
export class DefinitionDifference {
  constructor(readonly change: DefinitionChange) {}

  @Field(() => String, { description: '路径: where' })
  get path(): string {
    return writtenPath(this.change.path);
  }

  @Field(() => DefinitionChangeKindEnum, { description: '改动类型: added, removed or changed' })
  get kind(): string {
    return this.change.kind;
  }

  @Field(() => String, { nullable: true, description: '原值: as JSON' })
  get from(): string | null {
    return jsonOf(this.change.from);
  }

  @Field(() => String, { nullable: true, description: '新值: as JSON' })
  get to(): string | null {
    return jsonOf(this.change.to);
  }

  @Field(() => String, { description: '说明: such as 答复时限由 3 个月 改为 2 个月' })
  get text(): string {
    return this.change.sentence.zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get textEn(): string {
    return this.change.sentence.en;
  }
}

@Directive('@shareable')
@ObjectType({ description: '定义对照: where two versions differ, in plain words' })
export class DefinitionComparison {
  constructor(readonly found: readonly DefinitionChange[]) {}

  @Field(() => [DefinitionDifference], { description: '改动: each place' })
  get changes(): DefinitionDifference[] {
    return this.found.map((change) => new DefinitionDifference(change));
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

@Directive('@shareable')
@ObjectType({
  description: '可合并的改动: one change that is offered, and what the locality itself says there',
})
export class OfferedDifference extends DefinitionDifference {
  declare readonly change: OfferedChange;

  @Field(() => String, { nullable: true, description: '本地取值: as JSON; null when nothing is set here' })
  get own(): string | null {
    return jsonOf(this.change.own);
  }

  @Field(() => Boolean, {
    description: '本地另有规定: true when the locality set it itself; taken, the change replaces that',
  })
  get overridden(): boolean {
    return this.change.overridden;
  }
}

@Directive('@shareable')
@ObjectType({
  description: '定义更新: what a level above changed; it is offered and never applied by itself',
})
export class DefinitionOffer {
  constructor(readonly offer: MergeOffer) {}

  @Field(() => DefinitionSource, { description: '来源: who changed it' })
  get source(): DefinitionSource {
    return new DefinitionSource(this.offer.current);
  }

  @Field(() => DefinitionOfferKindEnum, { description: '更新来源: a level above, or the own file' })
  get kind(): string {
    return this.offer.kind;
  }

  @Field(() => [OfferedDifference], { description: '改动: each may be taken or left' })
  get changes(): OfferedDifference[] {
    return this.offer.changes.map((change) => new OfferedDifference(change));
  }
}
