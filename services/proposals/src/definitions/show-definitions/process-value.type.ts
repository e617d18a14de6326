import {
  BASE_NUMBER,
  type ChangeKind,
  type DefinitionChange,
  type EffectiveValue,
  type LayerLevel,
  type PinnedLayer,
  writtenPath,
} from '@duban/kernel';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graph/enum.type.js';
import { Locality } from '../../graph/foreign.type.js';

export const LayerLevelEnum = enumOf<LayerLevel>('ProcessLevel', '程序层级: whose document it is', {
  BASE: '通用: what every place builds upon',
  NATION: '全国: the nation',
  PROVINCE: '省: a province',
  CITY: '市: a city',
  COUNTY: '县: a county',
});

export const ChangeKindEnum = enumOf<ChangeKind>('ProcessChangeKind', '改动类型: what happened to a value', {
  ADDED: '新增: it was not there before',
  REMOVED: '取消: it is not there any more',
  CHANGED: '改动: it is another one',
});

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

@ObjectType({ description: '程序来源: a level whose document a process is made of' })
export class ProcessSource {
  constructor(readonly layer: Pick<PinnedLayer, 'locality' | 'level' | 'name' | 'source'>) {}

  @Field(() => String, { description: '代号: what inputs take' })
  get source(): string {
    return this.layer.source;
  }

  @Field(() => LayerLevelEnum, { description: '层级: base, nation, province, city or county' })
  get level(): string {
    return this.layer.level;
  }

  @Field(() => String, { description: '名称: of the locality; 通用 for the base' })
  get name(): string {
    return this.layer.name;
  }

  @Field(() => Locality, { nullable: true, description: '地方: null for the base' })
  get locality(): Locality | null {
    return this.layer.locality === BASE_NUMBER ? null : new Locality(this.layer.locality);
  }
}

@ObjectType({ description: '程序取值: one value of a process and where it comes from' })
export class ProcessValue {
  constructor(readonly found: EffectiveValue) {}

  @Field(() => String, { description: '路径: such as deadlines.reply.amount' })
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

  @Field(() => ProcessSource, { nullable: true, description: '出处: the level that said it last' })
  get source(): ProcessSource | null {
    return this.found.layer && new ProcessSource(this.found.layer);
  }

  @Field(() => ProcessSource, {
    nullable: true,
    description: '锁定: the level that lets nobody below change it',
  })
  get lockedBy(): ProcessSource | null {
    return this.found.lockedBy && new ProcessSource(this.found.lockedBy);
  }
}

@ObjectType({ description: '程序改动: one place where two processes differ' })
export class ProcessDifference {
  constructor(readonly change: DefinitionChange) {}

  @Field(() => String, { description: '路径: where' })
  get path(): string {
    return writtenPath(this.change.path);
  }

  @Field(() => ChangeKindEnum, { description: '改动类型: added, removed or changed' })
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
