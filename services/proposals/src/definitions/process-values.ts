import {
  type DefinitionLabels,
  type EffectiveValue,
  effectiveValues,
  type Label,
  type PinnedLayer,
} from '@duban/kernel';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { ProposalKind } from '../case/vocabulary.js';
import { effectiveProcess, type ProcessOfKinds, processFor } from '../process/effective-process.js';
import { PROCESS_WORDS } from './value-words.js';

export type ValueFilter = {
  /** The process of this kind; left out, what all kinds share. */
  readonly kind?: ProposalKind | null;
  /** Only what stands below this path. */
  readonly below?: string | null;
};

/** Every value of a process, each with the level that said it last. */
export function processValues(
  definition: ProcessOfKinds,
  layers: readonly PinnedLayer[],
  labels: DefinitionLabels,
  { kind = null, below = null }: ValueFilter = {},
): EffectiveValue[] {
  const { origins, locks } = effectiveProcess(layers);
  const own = kind !== null && definition.byKind?.[kind] ? ['byKind', kind] : [];
  const { byKind: _, ...tree } =
    kind === null ? definition : { byKind: null, ...processFor(definition, kind) };
  const speech = { labels, words: PROCESS_WORDS };
  return effectiveValues({ tree, layers, origins, locks }, speech, { below, own }).map((found) =>
    found.path.at(-1) === 'step' ? { ...found, words: stepWords(found.value) } : found,
  );
}

/** What a clock is for: as codes these are the moments it may start from as well. */
function stepWords(value: unknown): Label {
  const [zh, en] = DEADLINE_STEP_WORDS[value as keyof typeof DEADLINE_STEP_WORDS] ?? [value, value];
  return { zh: String(zh), en: String(en) };
}
