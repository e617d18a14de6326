import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findLocalityType, loadByNumber } from '../find-row.reference.js';
import type { Succession } from '../locality.store.js';
import { LocalityType } from '../locality.type.js';
import type { UnitsContext } from '../units.context.js';
import { LocalitySuccessionType } from './succession.type.js';

/** What became of a locality, and of what it came to be, as far as the viewer may know the others. */
@Resolver(() => LocalityType)
export class LocalityHistoryQuery {
  @FieldResolver(() => [LocalitySuccessionType], {
    description:
      '承接方: who took its place when it ended: one of a merger or a new number, several of a split. Those that the viewer may know, by number; none while it exists',
  })
  async successors(
    @Root() { row }: LocalityType,
    @Ctx() context: UnitsContext,
  ): Promise<LocalitySuccessionType[]> {
    const links = await loadByNumber(context, 'successors', row.number, ({ localities }, numbers) =>
      localities.successorsOf(numbers),
    );
    return known(context, links);
  }

  @FieldResolver(() => [LocalitySuccessionType], {
    description: '前身: whose place it took. Those that the viewer may know, the first that ended first',
  })
  async predecessors(
    @Root() { row }: LocalityType,
    @Ctx() context: UnitsContext,
  ): Promise<LocalitySuccessionType[]> {
    const links = await loadByNumber(context, 'predecessors', row.number, ({ localities }, numbers) =>
      localities.predecessorsOf(numbers),
    );
    return known(context, links);
  }
}

async function known(context: UnitsContext, links: readonly Succession[]): Promise<LocalitySuccessionType[]> {
  const shown = links.map(async ({ other, since }) => {
    const locality = await findLocalityType(context, other);
    return locality && Object.assign(new LocalitySuccessionType(), { locality, since });
  });
  return (await Promise.all(shown)).filter((each) => each !== null);
}
