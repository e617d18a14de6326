import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CategoryType, LocalityType, OrganType, RoleNameType } from '../locality.type.js';
import { requireOwn } from '../own-locality.reference.js';
import type { UnitsContext } from '../units.context.js';

const OWN = '; of the viewer’s own locality, NOT_GRANTED of others';

/** What a locality calls its bodies, categories and roles. */
@Resolver(() => LocalityType)
export class LocalityListsQuery {
  @FieldResolver(() => [OrganType], {
    nullable: true,
    description: `机构: bodies that review, hand over or supervise${OWN}`,
  })
  async organs(@Root() locality: LocalityType, @Ctx() context: UnitsContext): Promise<OrganType[]> {
    const { localities } = await context.reads();
    return (await localities.organs(requireOwn(locality, context))).map((row) => OrganType.of(row));
  }

  @FieldResolver(() => [CategoryType], {
    nullable: true,
    description: `分类: the tree of categories, parents before children${OWN}`,
  })
  async categories(@Root() locality: LocalityType, @Ctx() context: UnitsContext): Promise<CategoryType[]> {
    const { localities } = await context.reads();
    return (await localities.categories(requireOwn(locality, context))).map((row) => CategoryType.of(row));
  }

  @FieldResolver(() => [RoleNameType], {
    nullable: true,
    description: `角色名称: what the locality calls the roles${OWN}`,
  })
  async roleNames(@Root() locality: LocalityType, @Ctx() context: UnitsContext): Promise<RoleNameType[]> {
    const { localities } = await context.reads();
    return (await localities.roleNames(requireOwn(locality, context))).map((row) => RoleNameType.of(row));
  }
}
