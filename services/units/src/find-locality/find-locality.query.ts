import { failure } from '@duban/kernel/graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LocalityType } from '../locality.type.js';
import type { UnitsContext } from '../units.context.js';
import { findLocality } from './find-locality.js';

@Resolver()
export class FindLocalityQuery {
  @Query(() => LocalityType, {
    nullable: true,
    description: '地方: by its code; null where there is none or the viewer may not know it',
  })
  async locality(
    @Arg('code', () => String, {
      description: '代码: six digits, as in GB/T 2260',
    })
    code: string,
    @Ctx() context: UnitsContext,
  ): Promise<LocalityType | null> {
    const outcome = await context.run(findLocality, code);
    if (!outcome.accepted) throw failure('FORBIDDEN');
    return outcome.value && LocalityType.of(outcome.value);
  }
}
