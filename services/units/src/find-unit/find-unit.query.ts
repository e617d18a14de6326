import { failure, readId } from '@duban/kernel/graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';
import { findUnit } from './find-unit.js';

@Resolver()
export class FindUnitQuery {
  @Query(() => UnitType, {
    nullable: true,
    description: '承办单位: by its id; null where there is none in the viewer’s own locality',
  })
  async unit(
    @Arg('id', () => ID, { description: '编号: public id of a unit' }) id: string,
    @Ctx() context: UnitsContext,
  ): Promise<UnitType | null> {
    const outcome = await context.run(findUnit, readId('unit', id));
    if (!outcome.accepted) throw failure('FORBIDDEN');
    return outcome.value && UnitType.of(outcome.value);
  }
}
