import { encodeId, encodeLocalityId } from '@duban/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Other subgraphs own these; here they have what cases add to them. */
@Directive('@key(fields: "id")')
@ObjectType({ description: '地方: a locality; owned by units' })
export class Locality {
  constructor(readonly number: number) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeLocalityId(this.number);
  }
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '承办单位: a handling unit; owned by units' })
export class Unit {
  constructor(
    readonly tenant: number,
    readonly unitId: string,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'unit', tenant: this.tenant, id: this.unitId });
  }
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '代表(委员)资格: a mandate; owned by people' })
export class Mandate {
  constructor(
    readonly tenant: number,
    readonly mandateId: string,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'mandate', tenant: this.tenant, id: this.mandateId });
  }
}
