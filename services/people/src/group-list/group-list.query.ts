import type { GroupKind } from '@duban/kernel';
import { connectionOf, keyset, PageArgs, readId } from '@duban/kernel/graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Group } from '../group.js';
import { GroupType } from '../group.type.js';
import type { PeopleContext } from '../people.context.js';
import { GroupKindEnum } from '../people.enums.type.js';
import { type Found, GROUP } from '../people.read.js';
import { conditionsOf, readPage } from '../people-list.read.js';

@ArgsType()
class GroupListArgs extends PageArgs {
  @Field(() => GroupKindEnum, { nullable: true, description: '小组种类: only groups of this kind' })
  kind?: GroupKind;
}

const GroupList = connectionOf(GroupType, '小组', 'Group');

const BY_NAME = { name: 'NAME', sql: 'name COLLATE "zh-x-icu"', type: 'text', direction: 'ASC' } as const;

@Resolver()
export class GroupListQuery {
  @Query(() => GroupList.Connection, {
    description: '小组: delegations, sectors and other groups of the viewer’s locality, by name',
  })
  async groups(
    @Ctx() context: PeopleContext,
    @Args(() => GroupListArgs) args: GroupListArgs,
  ): Promise<object> {
    const given = conditionsOf(context.viewer.tenant, [[args.kind, (at) => `kind = ${at}`]]);
    const { reads } = await context.reads();
    const source = { columns: GROUP, from: 'people.person_group', ...given };
    const page = await readPage<Found<Group>>(reads, source, (nextParam) =>
      keyset(args, { sort: BY_NAME, id: { sql: 'id' }, nextParam }),
    );
    return GroupList.from(page.slice, (row) => GroupType.of(row), page.count);
  }

  @Query(() => GroupType, { nullable: true, description: '小组: one group; null when there is none' })
  async group(
    @Ctx() context: PeopleContext,
    @Arg('id', () => ID, { description: '编号: of the group' }) id: string,
  ): Promise<GroupType | null> {
    const key = readId('group', id);
    const [row] = await (await context.reads()).reads.groups([key]);
    return row ? GroupType.of(row) : null;
  }
}
