import { readId } from '@duban/kernel/graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { PeopleContext } from '../people.context.js';
import { findPerson, PersonType } from '../person.type.js';

@Resolver()
export class ShowPersonQuery {
  @Query(() => PersonType, { nullable: true, description: '人员: one person; null when there is none' })
  person(
    @Ctx() context: PeopleContext,
    @Arg('id', () => ID, { description: '编号: of the person' }) id: string,
  ): Promise<PersonType | null> {
    return findPerson(context, readId('person', id));
  }
}
