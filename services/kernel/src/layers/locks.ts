import { canonicalJson } from '../event.js';
import { isMapping, type Layer, type LocatedProblem, type Mapping, valueAt } from './layer.js';

/** A part of a definition that no level below `source` may change. */
export type Lock = { readonly path: string; readonly source: string };

/** How a language writes its documents, as far as locks need it. */
export type LockLanguage = {
  /** The key under which a layer says what holds for one part alone, `byKind: {<part>: …}`; null without such a key. */
  readonly partsUnder: string | null;
  /** A whole path, as an example. */
  readonly example: string;
};

/**
 * What each layer locks. Locks only add up: a level below may lock more, never unlock. A path that
 * leads nowhere would protect nothing, so it is refused.
 */
export function locksOf(
  layers: readonly Layer[],
  language: LockLanguage,
): { readonly locks: readonly Lock[]; readonly problems: readonly LocatedProblem[] } {
  const locks: Lock[] = [];
  const problems: LocatedProblem[] = [];
  for (const [at, { source, document }] of layers.entries()) {
    if (!isMapping(document) || !('locks' in document)) continue;
    const written = Array.isArray(document.locks) ? (document.locks as readonly unknown[]) : [];
    if (document.locks === null) problems.push({ source, path: ['locks'], ...CANNOT_UNLOCK });
    for (const [index, path] of written.entries()) {
      if (typeof path !== 'string') continue;
      if (layers.slice(0, at + 1).some((layer) => leads(layer.document, path, language)))
        locks.push({ path, source });
      else problems.push({ source, path: ['locks', String(index)], ...leadsNowhere(path, language) });
    }
  }
  return { locks, problems };
}

const CANNOT_UNLOCK = {
  zh: '锁定只能增加,下级不能解除上级的锁定。请删去这一行。',
  en: 'locks only add up; a level below cannot take one away. Remove this line.',
};

const leadsNowhere = (path: string, { example }: LockLanguage) => ({
  zh: `“${path}”不存在。请写完整路径,如 ${example}。`,
  en: `"${path}" does not exist. Write the whole path, such as ${example}.`,
});

const stepsOf = (path: string): string[] => path.split('.');

/** The path stands in the document, for all parts or for the part it names. */
function leads(document: unknown, path: string, { partsUnder }: LockLanguage): boolean {
  const steps = stepsOf(path);
  if (valueAt(document, steps) !== undefined) return true;
  return partsUnder !== null && steps[0] === partsUnder && valueAt(document, steps.slice(2)) !== undefined;
}

/** What is compared: the part's chain of documents (null: what all parts share) before and after a layer. */
export type LockedChange = {
  readonly layers: readonly Layer[];
  readonly layer: Layer;
  readonly part: string | null;
  readonly before: Mapping;
  readonly after: Mapping;
};

/** What a layer changed although a level above it had locked it. Saying the same again changes nothing. */
export function brokenLocks(
  { layers, layer, part, before, after }: LockedChange,
  locks: readonly Lock[],
  language: LockLanguage,
): LocatedProblem[] {
  const above = layers.slice(0, layers.indexOf(layer)).map(({ source }) => source);
  return locks.flatMap((lock): LocatedProblem[] => {
    const path = within(lock.path, part, language);
    if (path === null || !above.includes(lock.source)) return [];
    const same = canonicalJson(valueAt(before, path) ?? null) === canonicalJson(valueAt(after, path) ?? null);
    return same
      ? []
      : [{ source: layer.source, path: spokenOf(layer, path, part, language), ...locked(lock) }];
  });
}

/** The part of the path that concerns this chain; null when it is about another part. */
function within(path: string, part: string | null, { partsUnder }: LockLanguage): readonly string[] | null {
  const steps = stepsOf(path);
  if (partsUnder === null || steps[0] !== partsUnder) return steps;
  return part !== null && steps[1] === part ? steps.slice(2) : null;
}

const locked = ({ path, source }: Lock) => ({
  zh: `“${path}”已由上级“${source}”锁定,下级不能改动。请删去,或请上级解除锁定。`,
  en: `"${path}" is locked by "${source}" above and cannot be changed here. Remove this, or ask that level to unlock it.`,
});

/** Where the layer speaks of the path: for its part, or for all. */
function spokenOf(
  { document }: Layer,
  path: readonly string[],
  part: string | null,
  { partsUnder }: LockLanguage,
): readonly string[] {
  if (part === null || partsUnder === null) return path;
  const [first = ''] = path;
  const own = [partsUnder, part];
  return valueAt(document, [...own, first]) !== undefined ? [...own, ...path] : path;
}
