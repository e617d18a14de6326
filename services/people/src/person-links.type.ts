import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Key } from './account.store.js';
import { GroupType } from './group.type.js';
import { MandateType } from './mandate.type.js';
import type { PeopleContext } from './people.context.js';
import { textOf } from './people.read.js';
import { PersonType } from './person.type.js';

/** What leads from a person to others; apart, so that types need not know each other in a circle. */
@Resolver(() => PersonType)
export class PersonLinks {
  @FieldResolver(() => [MandateType], { description: '资格: mandates in this locality, newest first' })
  async mandates(@Root() { row }: PersonType, @Ctx() context: PeopleContext): Promise<MandateType[]> {
    const loader = context.loader(
      'mandatesOfPerson',
      async (keys: readonly Key[]) => (await context.reads()).reads.mandatesOfPersons(keys),
      textOf as (key: Key) => unknown,
    );
    return (await loader.load(row)).map((mandate) => MandateType.of(mandate));
  }

  @FieldResolver(() => [GroupType], { description: '小组: groups the person belongs to today' })
  async groups(@Root() { row }: PersonType, @Ctx() context: PeopleContext): Promise<GroupType[]> {
    const loader = context.loader(
      'groupsOfPerson',
      async (keys: readonly Key[]) => (await context.reads()).reads.groupsOfPersons(keys),
      textOf as (key: Key) => unknown,
    );
    return (await loader.load(row)).map((group) => GroupType.of(group));
  }
}
