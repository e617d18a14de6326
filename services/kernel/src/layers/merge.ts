import { isMapping, type Layer, type LocatedProblem, type Mapping } from './layer.js';

/**
 * A layer's document over what those before it say: mappings are merged key by key, everything else
 * is replaced; `key: null` takes an entry away. `origins` is told which layer each value comes from.
 */
export function mergeInto(
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
export function originOf(origins: ReadonlyMap<string, string>, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(path.slice(0, length).join('.'));
    if (origin) return origin;
  }
  return undefined;
}

/** Every layer's own version, in order, so that a change at any level makes another version. */
export const versionOf = (layers: readonly Layer[]): string =>
  layers
    .filter(({ document }) => isMapping(document))
    .map(({ source, document }) => `${source}@${String((document as Mapping).version ?? '0')}`)
    .join('+');

export const eachOnce = (problems: readonly LocatedProblem[]): LocatedProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
