import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalityType } from '../locality.type.js';
import { requireOwn } from '../own-locality.reference.js';
import type { UnitsContext } from '../units.context.js';
import { LocalitySharingType } from './sharing.type.js';

@Resolver(() => LocalityType)
export class LocalitySharing {
  @FieldResolver(() => LocalitySharingType, {
    nullable: true,
    description:
      '共享: what those above see of its cases; of the viewer’s own locality, NOT_GRANTED of others',
  })
  async sharing(@Root() locality: LocalityType, @Ctx() context: UnitsContext): Promise<LocalitySharingType> {
    requireOwn(locality, context);
    const { sharing } = await context.reads();
    return LocalitySharingType.of(await sharing.said());
  }
}
