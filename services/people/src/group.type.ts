import { encodeId, type GroupKind } from '@duban/kernel';
import { badInput } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Key } from './account.store.js';
import type { Group } from './group.js';
import type { PeopleContext } from './people.context.js';
import { GroupKindEnum } from './people.enums.type.js';
import { type Found, textOf } from './people.read.js';
import type { Person } from './person.js';
import { PersonType } from './person.type.js';

type Member = Found<Person> & { readonly total: number };

@ObjectType('Group', { description: '小组: a delegation, sector or other group of persons' })
export class GroupType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  @Field(() => GroupKindEnum, { description: '小组种类: what it is' })
  kind: GroupKind;

  @Field(() => String, { description: '名称: name' })
  name: string;

  row: Found<Group>;

  @Field(() => [PersonType], { description: '成员: who belongs to it today, by name' })
  async members(
    @Ctx() context: PeopleContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '前几人: 1 to 100' }) first: number,
  ): Promise<PersonType[]> {
    if (first < 1 || first > 100) {
      throw badInput('first 须为 1 到 100 的整数。', 'first has to be a whole number from 1 to 100.');
    }
    const members = await membersOf(context, this.row, first);
    return members.map((member) => PersonType.of(member));
  }

  @Field(() => Int, { description: '人数: how many belong to it today' })
  async memberCount(@Ctx() context: PeopleContext): Promise<number> {
    return (await membersOf(context, this.row, 1))[0]?.total ?? 0;
  }

  static of(row: Found<Group>): GroupType {
    const { tenant, kind, name } = row;
    return Object.assign(new GroupType(), {
      id: encodeId({ kind: 'group', tenant, id: row.id }),
      kind,
      name,
      row,
    });
  }
}

const membersOf = (context: PeopleContext, group: Key, first: number): Promise<Member[]> =>
  context
    .loader<Key, Member[]>(
      `members/${first}`,
      async (keys) => (await context.reads()).reads.membersOfGroups(keys, first),
      textOf as (key: Key) => unknown,
    )
    .load(group);
