import type { CalendarDate } from '@duban/kernel';
import { DateScalar } from '@duban/kernel/graphql';
import { Field, ObjectType } from 'type-graphql';
import { LocalityType } from '../locality.type.js';

@ObjectType('LocalitySuccession', {
  description: '地方承接: one locality took the place of another (merged, split or registered anew)',
})
export class LocalitySuccessionType {
  @Field(() => LocalityType, {
    description: '地方: the other one, whose `validFrom` and `validTo` are its own',
  })
  locality: LocalityType;

  @Field(() => DateScalar, {
    description:
      '承接日期: the day from which the place is taken: the day after the last one of whichever ended',
  })
  since: CalendarDate;
}
