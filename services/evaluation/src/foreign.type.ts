import { encodeId, encodeLocalityId } from '@duban/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs that figures and facts hang on. */

@Directive('@key(fields: "id")')
@ObjectType('Locality', { description: '地方: a province, city or county' })
export class LocalityType {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  number: number;

  static of(number: number): LocalityType {
    return Object.assign(new LocalityType(), { id: encodeLocalityId(number), number });
  }
}

@Directive('@key(fields: "id")')
@ObjectType('Unit', { description: '承办单位: a unit that handles cases' })
export class UnitType {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  unitId: string;

  static of(tenant: number, unitId: string): UnitType {
    const id = encodeId({ kind: 'unit', tenant, id: unitId });
    return Object.assign(new UnitType(), { id, unitId });
  }
}

@Directive('@key(fields: "id")')
@ObjectType('Proposal', {
  description: '建议提案: a suggestion or proposal with everything that has happened to it',
})
export class ProposalType {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  caseId: string;

  static of(tenant: number, caseId: string): ProposalType {
    const id = encodeId({ kind: 'proposal', tenant, id: caseId });
    return Object.assign(new ProposalType(), { id, caseId });
  }
}

@Directive('@key(fields: "id")')
@ObjectType('Section', { description: '科室: a section of a unit' })
export class SectionType {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  sectionId: string;

  static of(tenant: number, sectionId: string): SectionType {
    const id = encodeId({ kind: 'section', tenant, id: sectionId });
    return Object.assign(new SectionType(), { id, sectionId });
  }
}

@Directive('@key(fields: "id")')
@ObjectType('Mandate', { description: '代表(委员)资格: who puts forward, and who rates' })
export class MandateType {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  mandateId: string;

  static of(tenant: number, mandateId: string | null): MandateType | null {
    if (mandateId === null) return null;
    const id = encodeId({ kind: 'mandate', tenant, id: mandateId });
    return Object.assign(new MandateType(), { id, mandateId });
  }
}
