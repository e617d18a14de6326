import type { PinnedLayer } from '@duban/kernel';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { ProposalKind } from '../case/vocabulary.js';
import { effectiveProcess, type ProcessOfKinds, processFor } from '../process/effective-process.js';
import type { Label } from '../process/label.js';
import { isUnder } from './process-diff.js';
import type { ProcessLabels } from './process-labels.js';
import { leaves, type TreePath, written } from './process-tree.js';
import { wordsOf } from './value-words.js';

/** One value of a process and where it comes from. */
export type EffectiveValue = {
  readonly path: TreePath;
  readonly value: unknown;
  readonly label: Label;
  readonly words: Label;
  readonly layer: PinnedLayer | null;
  /** The level above that lets nobody below change it. */
  readonly lockedBy: PinnedLayer | null;
};

export type ValueFilter = {
  /** The process of this kind; left out, what all kinds share. */
  readonly kind?: ProposalKind | null;
  /** Only what stands below this path. */
  readonly below?: string | null;
};

/** Every value of a process, each with the level that said it last. */
export function effectiveValues(
  definition: ProcessOfKinds,
  layers: readonly PinnedLayer[],
  labels: ProcessLabels,
  { kind = null, below = null }: ValueFilter = {},
): EffectiveValue[] {
  const { origins, locks } = effectiveProcess(layers);
  const own = kind !== null && definition.byKind?.[kind] ? ['byKind', kind] : [];
  const from = (path: TreePath): PinnedLayer | null => {
    for (let length = path.length; length > 0; length--) {
      const source = origins.get([...own, ...path.slice(0, length)].join('.'));
      if (source) return layers.find((layer) => layer.source === source) ?? null;
    }
    return null;
  };
  const lockOn = (path: TreePath): PinnedLayer | null => {
    const source = locks.find((lock) => isUnder(path, lock.path))?.source;
    return layers.find((layer) => layer.source === source) ?? null;
  };
  const { byKind: _, ...shared } =
    kind === null ? definition : { byKind: null, ...processFor(definition, kind) };
  return leaves(shared)
    .filter(([path]) => path[0] !== 'version' && isUnder(path, below ?? ''))
    .sort(([one], [other]) => (written(one) < written(other) ? -1 : 1))
    .map(([path, value]) => ({
      path,
      value,
      label: labels.of(path, shared),
      words: path.at(-1) === 'step' ? stepWords(value) : wordsOf(value),
      layer: from(path),
      lockedBy: lockOn([...own, ...path]),
    }));
}

/** What a clock is for: as codes these are the moments it may start from as well. */
function stepWords(value: unknown): Label {
  const [zh, en] = DEADLINE_STEP_WORDS[value as keyof typeof DEADLINE_STEP_WORDS] ?? [value, value];
  return { zh: String(zh), en: String(en) };
}
