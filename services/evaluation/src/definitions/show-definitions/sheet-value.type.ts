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
import { register } from '../../evaluation.enums.type.js';
import { LocalityType } from '../../foreign.type.js';

export const SheetLevelEnum = register<LayerLevel>('SheetLevel', '考核表层级: whose document it is', {
  BASE: '通用: what every place builds upon',
  NATION: '全国: the nation',
  PROVINCE: '省: a province',
  CITY: '市: a city',
  COUNTY: '县: a county',
});

export const SheetChangeKindEnum = register<ChangeKind>(
  'SheetChangeKind',
  '考核表改动类型: what happened to a value',
  {
    ADDED: '新增: it was not there before',
    REMOVED: '取消: it is not there any more',
    CHANGED: '改动: it is another one',
  },
);

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

@ObjectType({ description: '考核表来源: a level whose document the sheets are made of' })
export class SheetSource {
  constructor(readonly layer: Pick<PinnedLayer, 'locality' | 'level' | 'name' | 'source'>) {}

  @Field(() => String, { description: '代号: what inputs take' })
  get source(): string {
    return this.layer.source;
  }

  @Field(() => SheetLevelEnum, { description: '层级: base, nation, province, city or county' })
  get level(): string {
    return this.layer.level;
  }

  @Field(() => String, { description: '名称: of the locality; 通用 for the base' })
  get name(): string {
    return this.layer.name;
  }

  @Field(() => LocalityType, { nullable: true, description: '地方: null for the base' })
  get locality(): LocalityType | null {
    const { locality } = this.layer;
    return locality === BASE_NUMBER ? null : LocalityType.of(locality);
  }
}

@ObjectType({ description: '考核表取值: one value of the sheets and where it comes from' })
export class SheetValue {
  constructor(readonly found: EffectiveValue) {}

  @Field(() => String, { description: '路径: such as sheets.units.indicators.onTime.weight' })
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

  @Field(() => SheetSource, { nullable: true, description: '出处: the level that said it last' })
  get source(): SheetSource | null {
    return this.found.layer && new SheetSource(this.found.layer);
  }

  @Field(() => SheetSource, {
    nullable: true,
    description: '锁定: the level that lets nobody below change it',
  })
  get lockedBy(): SheetSource | null {
    return this.found.lockedBy && new SheetSource(this.found.lockedBy);
  }
}

@ObjectType({ description: '考核表改动: one place where two versions of the sheets differ' })
export class SheetDifference {
  constructor(readonly change: DefinitionChange) {}

  @Field(() => String, { description: '路径: where' })
  get path(): string {
    return writtenPath(this.change.path);
  }

  @Field(() => SheetChangeKindEnum, { description: '改动类型: added, removed or changed' })
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

  @Field(() => String, { description: '说明: in one sentence, such as 分值由 30 改为 40' })
  get text(): string {
    return this.change.sentence.zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get textEn(): string {
    return this.change.sentence.en;
  }
}
