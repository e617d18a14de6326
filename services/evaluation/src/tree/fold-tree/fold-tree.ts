import { type RecordedEvent, SHARING_SET } from '@duban/kernel';
import { calledIn, knownPlaces, PLACE_EVENTS, placeHistory, sharingIn } from '../place-history.js';
import type { TreeStore } from '../tree.store.js';

const HEARD: readonly string[] = [...PLACE_EVENTS, SHARING_SET];

/**
 * Takes over what the units service said about a locality's place in the tree, and what it shares with
 * those above. A locality has a handful of such events in its life, so each one rebuilds it all.
 */
export async function foldTree(
  tree: TreeStore,
  tenant: number,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (!events.some(({ type }) => HEARD.includes(type))) return;
  const said = await tree.placeEvents();
  const places = said.filter(({ type }) => type !== SHARING_SET);
  const called = calledIn(places);
  if (called) await tree.name(called);
  await tree.replace(placeHistory(tenant, places), knownPlaces(tenant, places), sharingIn(said));
}
