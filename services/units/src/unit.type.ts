import { encodeId } from '@duban/kernel';
import { connectionOf, DateScalar } from '@duban/kernel/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { PositionRow, SectionRow, UnitRow } from './unit.store.js';
import { PositionKindEnum, UnitSystemEnum } from './vocabulary.type.js';

@ObjectType('Unit', {
  description: '承办单位: a committee, bureau, office or enterprise that handles proposals',
})
@Directive('@key(fields: "id")')
export class UnitType {
  row: UnitRow;

  static of(row: UnitRow): UnitType {
    return Object.assign(new UnitType(), { row });
  }

  @Field(() => ID, { description: '编号: public id' })
  id(): string {
    return encodeId({ kind: 'unit', tenant: this.row.tenant, id: this.row.id });
  }

  @Field(() => String, { description: '代码: code within the locality' })
  code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: '名称: full name' })
  name(): string {
    return this.row.name;
  }

  @Field(() => String, { description: '简称: short name' })
  shortName(): string {
    return this.row.shortName;
  }

  @Field(() => UnitSystemEnum, { description: '所属系统: decides who supervises its cases' })
  system(): string {
    return this.row.system;
  }

  @Field(() => Boolean, { description: '承办: whether it handles proposals' })
  isHandlingUnit(): boolean {
    return this.row.isHandlingUnit;
  }

  @Field(() => DateScalar, { description: '设立日期: first day' })
  from(): string {
    return this.row.from;
  }

  @Field(() => DateScalar, { nullable: true, description: '最后一日: null while it exists' })
  to(): string | null {
    return this.row.to;
  }

  @Field(() => Int, { description: '版本: grows with each change; for expectedVersion' })
  version(): number {
    return this.row.version;
  }
}

@ObjectType('Section', { description: '科室: a section of a unit' })
@Directive('@key(fields: "id")')
export class SectionType {
  row: SectionRow;

  static of(row: SectionRow): SectionType {
    return Object.assign(new SectionType(), { row });
  }

  @Field(() => ID, { description: '编号: public id' })
  id(): string {
    return encodeId({ kind: 'section', tenant: this.row.tenant, id: this.row.id });
  }

  @Field(() => String, { description: '代码: code within the unit' })
  code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: '名称: name' })
  name(): string {
    return this.row.name;
  }

  @Field(() => Boolean, { description: '有效: false once the section is gone' })
  active(): boolean {
    return this.row.active;
  }
}

@ObjectType('Position', { description: '岗位: one of the levels of responsibility in a unit (四级责任)' })
@Directive('@key(fields: "id")')
export class PositionType {
  row: PositionRow;

  static of(row: PositionRow): PositionType {
    return Object.assign(new PositionType(), { row });
  }

  @Field(() => ID, { description: '编号: public id' })
  id(): string {
    return encodeId({ kind: 'position', tenant: this.row.tenant, id: this.row.id });
  }

  @Field(() => PositionKindEnum, { description: '种类: which level of responsibility' })
  kind(): string {
    return this.row.kind;
  }
}

export const UnitConnection = connectionOf(UnitType, '承办单位', 'Unit');
