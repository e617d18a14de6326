import type { DemonstrationPeople } from '@duban/kernel';
import { type DemonstrationIds, demonstrationRows } from './demonstration-rows.js';
import type { LoadStores } from './load.store.js';

export type DemonstrationToLoad = {
  readonly number: number;
  readonly code: string;
  readonly people: DemonstrationPeople;
  readonly hash: string;
};

type Deps = {
  readonly stores: LoadStores;
  readonly idsOf: (number: number) => DemonstrationIds;
  /** One hash for all: everybody in the demonstration has the same password. */
  readonly passwordHash: () => Promise<string>;
};

/**
 * Loads the demonstration's people of each locality whose file has changed since. An unchanged one
 * costs nothing, a second process that does the same at the same time waits and then finds it done.
 * Gives the numbers of the localities that changed.
 */
export async function loadDemonstration(
  { stores, idsOf, passwordHash }: Deps,
  localities: readonly DemonstrationToLoad[],
): Promise<number[]> {
  const known = await stores.hashes(localities.map(({ number }) => number));
  const changed = localities.filter(({ number, hash }) => known.get(number) !== hash);
  if (changed.length === 0) return [];
  const password = await passwordHash();
  for (const { number, code, people, hash } of changed) {
    const rows = demonstrationRows(code, people, idsOf(number));
    await stores.inLocality(number, async (store) => {
      if ((await store.lastHash()) === hash) return;
      await store.addMissing(rows, password);
      await store.remember(hash);
    });
  }
  return changed.map(({ number }) => number);
}
