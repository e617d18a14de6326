import { encodeId, encodeLocalityId, type LocalityLevel } from '@duban/kernel';
import { DateScalar } from '@duban/kernel/graphql';
import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CategoryRow, LocalityRow, OrganRow, RoleNameRow } from './locality.store.js';
import { CanonicalCategoryEnum, LocalityLevelEnum, OrganKindEnum } from './vocabulary.type.js';

@ObjectType('LocalizedName', { description: '名称: a name in one language' })
export class LocalizedNameType {
  @Field(() => String, { description: '语言: language code (BCP 47), such as zh or en' })
  language: string;

  @Field(() => String, { description: '名称: the name in that language' })
  name: string;

  static allOf(names: Readonly<Record<string, string>>): LocalizedNameType[] {
    return Object.entries(names)
      .sort(([a], [b]) => Number(b === 'zh') - Number(a === 'zh') || (a < b ? -1 : 1))
      .map(([language, name]) => Object.assign(new LocalizedNameType(), { language, name }));
  }
}

@ObjectType('Locality', {
  description: '地方: a place with its own congress, CPPCC and government; one node of the dated tree',
})
@Directive('@key(fields: "id")')
export class LocalityType {
  row: LocalityRow;

  static of(row: LocalityRow): LocalityType {
    return Object.assign(new LocalityType(), { row });
  }

  @Field(() => ID, { description: '编号: public id; stays when the code changes' })
  id(): string {
    return encodeLocalityId(this.row.number);
  }

  @Field(() => String, { description: '代码: six-digit code in force (GB/T 2260)' })
  code(): string {
    return this.row.code;
  }

  @Field(() => String, {
    description: '名称: the name, in Chinese where the language asked for is not there',
  })
  name(
    @Arg('language', () => String, { defaultValue: 'zh', description: '语言: language code, such as en' })
    language: string,
  ): string {
    const { names } = this.row;
    return Object.hasOwn(names, language) ? (names[language] as string) : names.zh;
  }

  @Field(() => [LocalizedNameType], { description: '各语言名称: the names in all languages there are' })
  names(): LocalizedNameType[] {
    return LocalizedNameType.allOf(this.row.names);
  }

  @Field(() => LocalityLevelEnum, { description: '层级: where it stands in the tree' })
  level(): LocalityLevel {
    return this.row.level;
  }

  @Field(() => DateScalar, { description: '起始日期: first day of what is kept here of it' })
  validFrom(): string {
    return this.row.from;
  }

  @Field(() => DateScalar, { nullable: true, description: '最后一日: null while it exists' })
  validTo(): string | null {
    return this.row.to;
  }
}

@ObjectType('Organ', {
  description: '机构: a body that reviews, hands over or supervises; names differ by place',
})
@Directive('@key(fields: "id")')
export class OrganType {
  row: OrganRow;

  static of(row: OrganRow): OrganType {
    return Object.assign(new OrganType(), { row });
  }

  @Field(() => ID, { description: '编号: public id' })
  id(): string {
    return encodeId({ kind: 'organ', tenant: this.row.tenant, id: this.row.organId });
  }

  @Field(() => String, { description: '代码: code within the locality' })
  code(): string {
    return this.row.code;
  }

  @Field(() => OrganKindEnum, { description: '种类: what kind of body it is' })
  kind(): string {
    return this.row.kind;
  }

  @Field(() => String, { description: '名称: what the place calls it' })
  name(): string {
    return this.row.name;
  }

  @Field(() => String, { description: '简称: short name' })
  shortName(): string {
    return this.row.shortName;
  }
}

@ObjectType('Category', { description: '建议分类: a category of the locality’s own tree' })
@Directive('@key(fields: "id")')
export class CategoryType {
  row: CategoryRow;

  static of(row: CategoryRow): CategoryType {
    return Object.assign(new CategoryType(), { row });
  }

  @Field(() => ID, { description: '编号: public id' })
  id(): string {
    return encodeId({ kind: 'category', tenant: this.row.tenant, id: this.row.categoryId });
  }

  @Field(() => String, { description: '代码: code within the locality' })
  code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: '名称: what the place calls it' })
  name(): string {
    return this.row.name;
  }

  @Field(() => ID, { nullable: true, description: '上级分类: id of the category above; null at the top' })
  parentId(): string | null {
    const { tenant, parentId } = this.row;
    return parentId === null ? null : encodeId({ kind: 'category', tenant, id: parentId });
  }

  @Field(() => Boolean, { description: '末级: a leaf, which proposals can be put into' })
  leaf(): boolean {
    return this.row.leaf;
  }

  @Field(() => CanonicalCategoryEnum, {
    nullable: true,
    description: '通用分类: what it maps to; null only where the categories below differ',
  })
  canonical(): string | null {
    return this.row.canonical;
  }
}

@ObjectType('LocalRoleName', { description: '角色本地名称: what the locality calls a role' })
export class RoleNameType {
  @Field(() => String, { description: '角色代码: a value of the enum Role' })
  role: string;

  @Field(() => [LocalizedNameType], { description: '名称: the display names' })
  names: LocalizedNameType[];

  static of({ role, names }: RoleNameRow): RoleNameType {
    return Object.assign(new RoleNameType(), { role, names: LocalizedNameType.allOf(names) });
  }
}
