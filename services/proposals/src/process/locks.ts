import { canonicalJson } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import { isMapping, type LocatedProblem, type Mapping, type ProcessLayer } from './process-layer.js';

/** A part of the process that no level below `source` may change. */
export type Lock = { readonly path: string; readonly source: string };

/**
 * What each layer locks. Locks only add up: a level below may lock more, never unlock. A path that
 * leads nowhere would protect nothing, so it is refused.
 */
export function locksOf(layers: readonly ProcessLayer[]): {
  readonly locks: readonly Lock[];
  readonly problems: readonly LocatedProblem[];
} {
  const locks: Lock[] = [];
  const problems: LocatedProblem[] = [];
  for (const [at, { source, document }] of layers.entries()) {
    if (!isMapping(document) || !('locks' in document)) continue;
    const written = Array.isArray(document.locks) ? (document.locks as readonly unknown[]) : [];
    if (document.locks === null) problems.push({ source, path: ['locks'], ...CANNOT_UNLOCK });
    for (const [index, path] of written.entries()) {
      if (typeof path !== 'string') continue;
      if (layers.slice(0, at + 1).some((layer) => leads(layer.document, path))) locks.push({ path, source });
      else problems.push({ source, path: ['locks', String(index)], ...leadsNowhere(path) });
    }
  }
  return { locks, problems };
}

const CANNOT_UNLOCK = {
  zh: '锁定只能增加,下级不能解除上级的锁定。请删去这一行。',
  en: 'locks only add up; a level below cannot take one away. Remove this line.',
};

const leadsNowhere = (path: string) => ({
  zh: `“${path}”不存在。请写完整路径,如 deadlines.reply。`,
  en: `"${path}" does not exist. Write the whole path, such as deadlines.reply.`,
});

const stepsOf = (path: string): string[] => path.split('.');

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((here, key) => (isMapping(here) ? here[key] : undefined), value);

/** The path stands in the document, for all kinds or for the kind it names. */
function leads(document: unknown, path: string): boolean {
  const steps = stepsOf(path);
  if (at(document, steps) !== undefined) return true;
  return steps[0] === 'byKind' && at(document, steps.slice(2)) !== undefined;
}

/** The part of the path that concerns this chain; null when it is about another kind. */
function within(path: string, kind: ProposalKind | null): readonly string[] | null {
  const steps = stepsOf(path);
  if (steps[0] !== 'byKind') return steps;
  return kind !== null && steps[1] === kind ? steps.slice(2) : null;
}

/** What a layer changed although a level above it had locked it. Saying the same again changes nothing. */
export function brokenLocks(
  layers: readonly ProcessLayer[],
  layer: ProcessLayer,
  kind: ProposalKind | null,
  locks: readonly Lock[],
  before: Mapping,
  after: Mapping,
): LocatedProblem[] {
  const above = layers.slice(0, layers.indexOf(layer)).map(({ source }) => source);
  return locks.flatMap((lock): LocatedProblem[] => {
    const path = within(lock.path, kind);
    if (path === null || !above.includes(lock.source)) return [];
    const same = canonicalJson(at(before, path) ?? null) === canonicalJson(at(after, path) ?? null);
    return same ? [] : [{ source: layer.source, path: spokenOf(layer, path, kind), ...locked(lock) }];
  });
}

const locked = ({ path, source }: Lock) => ({
  zh: `“${path}”已由上级“${source}”锁定,下级不能改动。请删去,或请上级解除锁定。`,
  en: `"${path}" is locked by "${source}" above and cannot be changed here. Remove this, or ask that level to unlock it.`,
});

/** Where the layer speaks of the path: for its kind, or for all. */
function spokenOf(
  { document }: ProcessLayer,
  path: readonly string[],
  kind: ProposalKind | null,
): readonly string[] {
  const own = kind === null ? [] : ['byKind', kind];
  const [first = ''] = path;
  return kind !== null && at(document, [...own, first]) !== undefined ? [...own, ...path] : path;
}
