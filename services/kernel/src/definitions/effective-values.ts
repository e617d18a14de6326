import type { Lock } from '../layers/locks.js';
import { originOf } from '../layers/merge.js';
import type { PinnedLayer } from '../layers/pinned-layer.js';
import type { Speech } from './definition-diff.js';
import { isUnder, leavesOf, type TreePath, writtenPath } from './definition-tree.js';
import type { Label } from './label.js';

/** One value of a definition and where it comes from. */
export type EffectiveValue = {
  readonly path: TreePath;
  readonly value: unknown;
  readonly label: Label;
  readonly words: Label;
  readonly layer: PinnedLayer | null;
  /** The level above that lets nobody below change it. */
  readonly lockedBy: PinnedLayer | null;
};

/** A definition with the documents it was made of. */
export type MadeOfLayers = {
  readonly tree: unknown;
  readonly layers: readonly PinnedLayer[];
  readonly origins: ReadonlyMap<string, string>;
  readonly locks: readonly Lock[];
};

export type ValueFilter = {
  /** Only what stands below this path. */
  readonly below?: string | null;
  /** Where the layers speak of what the tree says, when it is a part of the whole: `byKind`, its name. */
  readonly own?: TreePath;
};

/** Every value of a definition, each with the level that said it last. */
export function effectiveValues(
  { tree, layers, origins, locks }: MadeOfLayers,
  { labels, words }: Speech,
  { below = null, own = [] }: ValueFilter = {},
): EffectiveValue[] {
  const layerOf = (source: string | undefined): PinnedLayer | null =>
    layers.find((layer) => layer.source === source) ?? null;
  return leavesOf(tree)
    .filter(([path]) => path[0] !== 'version' && isUnder(path, below ?? ''))
    .sort(([one], [other]) => (writtenPath(one) < writtenPath(other) ? -1 : 1))
    .map(([path, value]) => {
      const whole = [...own, ...path];
      const lock = locks.find((one) => isUnder(whole, one.path));
      return {
        path,
        value,
        label: labels.of(path, tree),
        words: words.of(value),
        layer: layerOf(originOf(origins, whole)),
        lockedBy: layerOf(lock?.source),
      };
    });
}
