import { isMapping, valueAt } from '../layers/layer.js';
import { type PinnedLayer, sameDocument } from '../layers/pinned-layer.js';
import { accept, type Outcome, refuse } from '../refusal.js';
import type { DefinitionLanguage, OwnEdit } from './definition-desk.js';
import { type DefinitionChange, diffLocks, LOCKS } from './definition-diff.js';
import { type TreePath, writtenPath } from './definition-tree.js';

/** What a level above says differently now from what this locality's definition was made with. */
export type MergeOffer = {
  readonly pinned: PinnedLayer;
  readonly current: PinnedLayer;
  /** UPPER: a level above; FILE: the locality's own file, after something was published here. */
  readonly kind: 'UPPER' | 'FILE';
  readonly changes: readonly OfferedChange[];
};

export type OfferedChange = DefinitionChange & {
  /** What the locality itself says there; undefined when it says nothing. */
  readonly own: unknown;
  /** Where it says so: there, or by taking away something above. */
  readonly ownPath: TreePath | null;
  /** Settled nearer by, here or at a level between. */
  readonly overridden: boolean;
};

export type MergePlan = { readonly above: readonly PinnedLayer[]; readonly edits: readonly OwnEdit[] };

/**
 * Compares the layers a definition was made of, the own one last, with those in force above now. A
 * document that says the same in other words is no offer.
 */
export function mergeOffers<Definition>(
  pinned: readonly PinnedLayer[],
  current: readonly PinnedLayer[],
  language: DefinitionLanguage<Definition>,
): MergeOffer[] {
  return current.flatMap((now) => {
    const place = pinned.findIndex(({ locality }) => locality === now.locality);
    const before = pinned[place];
    if (!before || sameDocument(before.document, now.document)) return [];
    const below = pinned.slice(0, place);
    return worthwhile({ ...compared(below, before, now, pinned.slice(place + 1), language), kind: 'UPPER' });
  });
}

/** What the own file says differently from the file that was known when the definition was drafted. */
export function fileOffers<Definition>(
  pinned: readonly PinnedLayer[],
  before: PinnedLayer,
  now: PinnedLayer,
  language: DefinitionLanguage<Definition>,
): MergeOffer[] {
  if (sameDocument(before.document, now.document)) return [];
  return worthwhile({
    ...compared(pinned.slice(0, -1), before, now, pinned.slice(-1), language),
    kind: 'FILE',
  });
}

/** Another version of a document alone changes nothing. */
const worthwhile = (offered: MergeOffer): MergeOffer[] => (offered.changes.length > 0 ? [offered] : []);

function compared<Definition>(
  below: readonly PinnedLayer[],
  pinned: PinnedLayer,
  current: PinnedLayer,
  nearer: readonly PinnedLayer[],
  language: DefinitionLanguage<Definition>,
): Omit<MergeOffer, 'kind'> {
  const before = language.make([...below, pinned]);
  const after = language.make([...below, current]);
  const [from, to] = [before.definition, after.definition];
  const own = nearer.at(-1)?.document;
  const found =
    from && to
      ? [...language.diff(from, to), ...diffLocks(before.locks, after.locks, to, language.labels)]
      : [];
  const changes = found.map((change) => ({
    ...change,
    own: valueAt(own, change.path),
    ownPath: spokenAt(own, change.path),
    overridden: nearer.some(({ document }) => spokenAt(document, change.path) !== null),
  }));
  return { pinned, current, changes };
}

/** The path, or the nearest one above it, at which a document settles what stands there; null when it does not. */
function spokenAt(document: unknown, path: TreePath): TreePath | null {
  for (let length = 1; length <= path.length; length++) {
    const value = valueAt(document, path.slice(0, length));
    if (value === undefined) return null;
    if (!isMapping(value) || length === path.length) return path.slice(0, length);
  }
  return null;
}

/**
 * What taking some changes of an offer means: the level's new document is built upon, and what is not
 * taken stays as it was by being said here. Nothing `chosen`: all that the locality has not set itself.
 */
export function planMerge(
  noun: string,
  offered: MergeOffer,
  above: readonly PinnedLayer[],
  chosen: readonly string[] | null,
): Outcome<MergePlan> {
  const known = new Set(offered.changes.map(({ path }) => writtenPath(path)));
  const unknown = chosen?.find((path) => !known.has(path));
  if (unknown !== undefined) return refuse(`${noun.toUpperCase()}_PATH_NOT_OFFERED`, { path: unknown });
  const taken = ({ path, overridden }: OfferedChange): boolean =>
    chosen ? chosen.includes(writtenPath(path)) : !overridden;
  const edits = offered.changes.flatMap((change) => editFor(change, taken(change), offered.kind));
  const layers = above.map((layer) =>
    offered.kind === 'UPPER' && layer.locality === offered.current.locality ? offered.current : layer,
  );
  return accept({ above: layers, edits });
}

function editFor(change: OfferedChange, taken: boolean, kind: MergeOffer['kind']): OwnEdit[] {
  const { path, from, to, ownPath, overridden } = change;
  // What a level above locks is locked, taken or not.
  if (path[0] === LOCKS) return [];
  if (kind === 'FILE') return taken ? [{ path, value: to ?? null }] : [];
  if (taken) return ownPath ? [{ path: ownPath, remove: true }] : [];
  return overridden ? [] : [{ path, value: from ?? null }];
}
