import { Field, ObjectType } from 'type-graphql';
import { ProposalType, SectionType, UnitType } from '../foreign.type.js';
import type { SubjectKind } from '../sheet/sheet.js';

/** Whom a score is about; by the sheet one of these, and none where it scores the locality itself. */
@ObjectType({ description: '计分对象: whom it is about' })
export abstract class SubjectFields {
  @Field(() => UnitType, { nullable: true, description: '承办单位: where the sheet scores units' })
  unit: UnitType | null;

  @Field(() => SectionType, { nullable: true, description: '科室: where sections are scored' })
  section: SectionType | null;

  @Field(() => ProposalType, { nullable: true, description: '件: where the sheet scores cases' })
  proposal: ProposalType | null;
}

export const subjectFields = (tenant: number, kind: SubjectKind, id: string): SubjectFields => ({
  unit: kind === 'UNIT' ? UnitType.of(tenant, id) : null,
  section: kind === 'SECTION' ? SectionType.of(tenant, id) : null,
  proposal: kind === 'PROPOSAL' ? ProposalType.of(tenant, id) : null,
});
