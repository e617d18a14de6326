import { dateInShanghai } from '@duban/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findLocalityType, findOrganType, findUnitType, loadByKey } from '../find-row.reference.js';
import { LocalityType, OrganType } from '../locality.type.js';
import { PositionType, SectionType, UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';

/** What leads from a unit to others. */
@Resolver(() => UnitType)
export class UnitLinksQuery {
  @FieldResolver(() => LocalityType, { nullable: true, description: '所属地方: the locality it belongs to' })
  locality(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<LocalityType | null> {
    return findLocalityType(context, row.tenant);
  }

  @FieldResolver(() => Boolean, { description: '有效: whether it exists today' })
  active(@Root() { row }: UnitType, @Ctx() context: UnitsContext): boolean {
    const today = dateInShanghai(context.now());
    return row.from <= today && (row.to === null || today <= row.to);
  }

  @FieldResolver(() => OrganType, {
    nullable: true,
    description: '对口联系机构: the committee that supervises its cases; null where there is none',
  })
  async liaisonOrgan(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<OrganType | null> {
    const { tenant, liaisonOrganId: id } = row;
    return id === null ? null : findOrganType(context, { tenant, id });
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: '承接单位: who took its work over; null while it exists or where nobody did',
  })
  async successor(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<UnitType | null> {
    const { tenant, successorId: id } = row;
    return id === null ? null : findUnitType(context, { tenant, id });
  }

  @FieldResolver(() => [UnitType], { description: '前身单位: units whose work it took over' })
  async predecessors(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<UnitType[]> {
    const rows = await loadByKey(context, 'predecessors of unit', row, ({ unitReads }, keys) =>
      unitReads.predecessorsOf(keys),
    );
    return rows.map((each) => UnitType.of(each));
  }

  @FieldResolver(() => [SectionType], { description: '科室: its sections, those that are gone last' })
  async sections(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<SectionType[]> {
    const rows = await loadByKey(context, 'sections of unit', row, ({ unitReads }, keys) =>
      unitReads.sectionsOf(keys),
    );
    return rows.map((each) => SectionType.of(each));
  }

  @FieldResolver(() => [PositionType], { description: '岗位: positions of responsibility in the unit' })
  async positions(@Root() { row }: UnitType, @Ctx() context: UnitsContext): Promise<PositionType[]> {
    const rows = await loadByKey(context, 'positions of unit', row, ({ unitReads }, keys) =>
      unitReads.positionsOf(keys),
    );
    return rows.map((each) => PositionType.of(each));
  }
}
