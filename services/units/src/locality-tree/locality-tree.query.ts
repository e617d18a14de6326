import { dateInShanghai } from '@duban/kernel';
import { DateScalar } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findLocalityType, findLocalityTypes, loadByNumber } from '../find-row.reference.js';
import { LocalityType } from '../locality.type.js';
import type { UnitsContext } from '../units.context.js';

const ON = '日期: the tree as it was on that day; today when left out';

const dayOf = (on: string | null | undefined, context: UnitsContext): string =>
  on ?? dateInShanghai(context.now());

/** The dated tree around a locality, as far as the viewer may know it. */
@Resolver(() => LocalityType)
export class LocalityTreeQuery {
  @FieldResolver(() => LocalityType, {
    nullable: true,
    description: '上级地方: the locality above; null for the nation',
  })
  async parent(
    @Root() { row }: LocalityType,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() context: UnitsContext,
  ): Promise<LocalityType | null> {
    const day = dayOf(on, context);
    const parent = await loadByNumber(context, `parent on ${day}`, row.number, ({ localities }, numbers) =>
      localities.parentsOf(numbers, day),
    );
    return parent === null ? null : findLocalityType(context, parent);
  }

  @FieldResolver(() => [LocalityType], {
    description: '下级地方: the localities right below that the viewer may know, by number',
  })
  async children(
    @Root() { row }: LocalityType,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() context: UnitsContext,
  ): Promise<LocalityType[]> {
    const day = dayOf(on, context);
    const children = await loadByNumber(
      context,
      `children on ${day}`,
      row.number,
      ({ localities }, numbers) => localities.childrenOf(numbers, day),
    );
    return findLocalityTypes(context, children);
  }

  @FieldResolver(() => [LocalityType], { description: '各级上级: everything above, nearest first' })
  async ancestors(
    @Root() { row }: LocalityType,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() context: UnitsContext,
  ): Promise<LocalityType[]> {
    const day = dayOf(on, context);
    const ancestors = await loadByNumber(
      context,
      `ancestors on ${day}`,
      row.number,
      ({ localities }, numbers) => localities.ancestorsOf(numbers, day),
    );
    return findLocalityTypes(context, ancestors);
  }
}
