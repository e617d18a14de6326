import { canonicalJson } from '@duban/kernel';
import { attachmentsOf, successionsOf, type Tree, treeOf } from '../tree.js';
import type { KnownUnit, Loaded, LoadStore, LoadStores, LocalityToLoad } from './load.store.js';
import { type FileIds, localityChanges, placeOf, unitChanges } from './locality-changes.js';

type Deps = {
  readonly stores: LoadStores;
  readonly idsOf: (number: number) => FileIds;
  readonly hash: (text: string) => string;
};

/**
 * Brings the tables in line with the localities' folders, from the top of the tree down, each locality
 * in a transaction of its own. An unchanged one costs nothing; of two processes at once one does the
 * work. Gives the numbers of the localities that changed.
 */
export async function loadLocalities(
  { stores, idsOf, hash }: Deps,
  localities: readonly LocalityToLoad[],
): Promise<number[]> {
  const tree = treeOf(localities.map(({ file }) => placeOf(file)));
  const wanted = localities.map((locality) => describe(locality, tree, hash));
  const loaded = await stores.hashes(localities.map(({ file }) => file.number));
  const changed: number[] = [];
  for (const next of wanted) {
    const { number } = next.described.file;
    if (loaded.get(number) === next.hash) continue;
    const ids = idsOf(number);
    const done = await stores.inLocality(number, (store, today) => loadOne(store, next, ids, today));
    if (done) changed.push(number);
  }
  return changed;
}

/** The hash covers what stands above, and what came after, as well: when a city moves, its counties change with it. */
function describe({ file, hash }: LocalityToLoad, tree: Tree, digest: Deps['hash']): Loaded {
  const attachments = attachmentsOf(tree, file.number);
  const successions = successionsOf(tree, file.number);
  const around = successions.length === 0 ? attachments : [...attachments, ...successions];
  return {
    described: { file, attachments, successions },
    hash: digest(`${hash} ${canonicalJson(around)}`),
  };
}

async function loadOne(store: LoadStore, next: Loaded, seeded: FileIds, today: string): Promise<boolean> {
  const before = await store.lockAndFind();
  if (before?.hash === next.hash) return false;
  const known = await store.knownUnits();
  const ids = withKnown(seeded, known);
  const file = before?.described.file ?? null;
  await store.recordLocality(localityChanges(before?.described ?? null, next.described, ids));
  const units = unitChanges(file, next.described.file, ids, today);
  await store.recordUnits(
    units.filter((change) => !isThere(change, known)),
    known,
  );
  await store.remember(next);
  return true;
}

/** A unit that a person registered under this code stays the unit it is. */
function withKnown(seeded: FileIds, known: readonly KnownUnit[]): FileIds {
  const byCode = new Map(known.map(({ code, id }) => [code, id]));
  return { ...seeded, unit: (code) => byCode.get(code) ?? seeded.unit(code) };
}

const isThere = (
  { code, event }: { code: string; event: { type: string } },
  known: readonly KnownUnit[],
): boolean => event.type === 'unit.registered' && known.some((unit) => unit.code === code);
