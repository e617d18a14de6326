import { type ConditionLanguage, MAPPINGS_ONLY } from './condition.js';
import type { Process } from './process.js';
import { checkProcess, type ProcessProblem } from './process-checks.js';

/** One level's process.yaml: base, then province, city, county. `document` is what was read from it. */
export type ProcessLayer = { readonly source: string; readonly document: unknown };

/** Where the problem lies: the layer that last said something there, and the path inside it. */
export type LocatedProblem = ProcessProblem & { readonly source: string };

export type EffectiveProcess = {
  /** Null when it cannot be used; then `problems` says why. */
  readonly process: Process | null;
  readonly problems: readonly LocatedProblem[];
  /** Which layer each value comes from, by its path (`deadlines.reply.amount`). */
  readonly origins: ReadonlyMap<string, string>;
};

type Mapping = { readonly [key: string]: unknown };

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The process a locality works by: each layer states only what differs from those before it.
 * Mappings are merged key by key, everything else is replaced; `key: null` takes an entry away.
 */
export function effectiveProcess(
  layers: readonly ProcessLayer[],
  conditions: ConditionLanguage = MAPPINGS_ONLY,
): EffectiveProcess {
  const origins = new Map<string, string>();
  let merged: Mapping = {};
  for (const { source, document } of layers) {
    if (isMapping(document)) merged = mergeInto(merged, document, source, [], origins);
  }
  const { $schema: _, ...definition } = merged;
  const process = { ...definition, version: versionOf(layers) } as unknown as Process;
  const last = layers.at(-1)?.source ?? '';
  const problems = checkProcess(process, conditions).map((problem) => ({
    ...problem,
    source: originOf(origins, problem.path) ?? last,
  }));
  return { process: problems.length === 0 ? process : null, problems, origins };
}

function mergeInto(
  below: Mapping,
  above: Mapping,
  source: string,
  path: readonly string[],
  origins: Map<string, string>,
): Mapping {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const here = [...path, key];
    if (value === null) {
      delete merged[key];
      forget(origins, here.join('.'));
    } else if (isMapping(value)) {
      const before = merged[key];
      merged[key] = mergeInto(isMapping(before) ? before : {}, value, source, here, origins);
    } else {
      merged[key] = value;
    }
    origins.set(here.join('.'), source);
  }
  return merged;
}

function forget(origins: Map<string, string>, path: string): void {
  for (const known of [...origins.keys()]) if (known.startsWith(`${path}.`)) origins.delete(known);
}

/** The layer that speaks of a path, or of the nearest thing above it. */
function originOf(origins: ReadonlyMap<string, string>, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(path.slice(0, length).join('.'));
    if (origin) return origin;
  }
  return undefined;
}

/** Every layer's own version, in order, so that a change at any level makes another version. */
const versionOf = (layers: readonly ProcessLayer[]): string =>
  layers
    .filter(({ document }) => isMapping(document))
    .map(({ source, document }) => `${source}@${String((document as Mapping).version ?? '0')}`)
    .join('+');
