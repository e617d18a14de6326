import type { RecordedEvent } from '@duban/kernel';
import { knownPlaces, PLACE_EVENTS, placeHistory } from '../place-history.js';
import type { TreeStore } from '../tree.store.js';

/**
 * Takes over what the units service said about a locality's place in the tree. A locality has a
 * handful of such events in its life, so each one rebuilds its whole history.
 */
export async function foldTree(
  tree: TreeStore,
  tenant: number,
  events: readonly RecordedEvent[],
): Promise<void> {
  const moved = events.some(({ type }) => (PLACE_EVENTS as readonly string[]).includes(type));
  if (!moved) return;
  const said = await tree.placeEvents();
  await tree.replace(placeHistory(tenant, said), knownPlaces(tenant, said));
}
