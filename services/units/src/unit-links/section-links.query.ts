import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findSectionType, findUnitType } from '../find-row.reference.js';
import { PositionType, SectionType, UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';

/** What leads from a section back to its unit. */
@Resolver(() => SectionType)
export class SectionLinksQuery {
  @FieldResolver(() => UnitType, { nullable: true, description: '所属单位: the unit it belongs to' })
  unit(@Root() { row }: SectionType, @Ctx() context: UnitsContext): Promise<UnitType | null> {
    return findUnitType(context, { tenant: row.tenant, id: row.unitId });
  }
}

/** What leads from a position back to its unit and section. */
@Resolver(() => PositionType)
export class PositionLinksQuery {
  @FieldResolver(() => UnitType, { nullable: true, description: '所属单位: the unit it belongs to' })
  unit(@Root() { row }: PositionType, @Ctx() context: UnitsContext): Promise<UnitType | null> {
    return findUnitType(context, { tenant: row.tenant, id: row.unitId });
  }

  @FieldResolver(() => SectionType, {
    nullable: true,
    description: '所属科室: the section; null for positions of the whole unit',
  })
  async section(@Root() { row }: PositionType, @Ctx() context: UnitsContext): Promise<SectionType | null> {
    const { tenant, sectionId: id } = row;
    return id === null ? null : findSectionType(context, { tenant, id });
  }
}
