import { encodeId, encodeLocalityId } from '@duban/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What other services own and this one only points to. */
@ObjectType('Locality', { description: '地方: a locality; described by the units service' })
@Directive('@key(fields: "id")')
export class LocalityType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  tenant: number;

  static of(tenant: number): LocalityType {
    return Object.assign(new LocalityType(), { id: encodeLocalityId(tenant), tenant });
  }
}

@ObjectType('Unit', { description: '承办单位: a handling unit; described by the units service' })
@Directive('@key(fields: "id", resolvable: false)')
export class UnitType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  static of(tenant: number, id: string | null): UnitType | null {
    return id === null ? null : Object.assign(new UnitType(), { id: encodeId({ kind: 'unit', tenant, id }) });
  }
}

@ObjectType('Section', { description: '科室: a section of a unit; described by the units service' })
@Directive('@key(fields: "id", resolvable: false)')
export class SectionType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  static of(tenant: number, id: string | null): SectionType | null {
    return id === null
      ? null
      : Object.assign(new SectionType(), { id: encodeId({ kind: 'section', tenant, id }) });
  }
}
