import type { CaseEvent } from './case-event.js';
import { sameFacts } from './fact.js';
import { type Version, versionsOf } from './fact-versions.js';
import type { ItemRules } from './item-rules.js';

/** A version with the instant of recording from which on it was known. */
export type KnownVersion = Version & { readonly knownFrom: string };

/** A version that was known for a time, and is not so any more: something recorded later said otherwise. */
export type SupersededVersion = Omit<KnownVersion, 'validTo'> & { readonly knownTo: string };

export type KnownVersions = {
  readonly versions: readonly KnownVersion[];
  readonly superseded: readonly SupersededVersion[];
};

/**
 * When each version of a case's facts was known: what the fold of all events recorded by then gives. An
 * event that is later than everything before it adds a version and changes none; only one that speaks
 * of the past does, and only there is the case folded as it was known before and after. Which version
 * held at an instant, as known at another, is the last of those known then that began by it.
 */
export function knownVersionsOf(
  events: readonly CaseEvent[],
  rules: ItemRules,
  folded: readonly Version[] = versionsOf(events, rules).versions,
): KnownVersions {
  const superseded: SupersededVersion[] = [];
  let heard: readonly CaseEvent[] = [];
  let known: readonly KnownVersion[] = [];
  let last = '';
  for (const news of recordings(events)) {
    const occurred = news.map(({ occurredAt }) => occurredAt).sort();
    const [first = '', newest = ''] = [occurred[0], occurred.at(-1)];
    const before = first <= last ? knownNow(known, heard, versionsOf(heard, rules).versions) : null;
    heard = [...heard, ...news];
    last = newest > last ? newest : last;
    if (!before) continue;
    const knownTo = news[0]?.recordedAt ?? '';
    known = merged(before, versionsOf(heard, rules).versions, () => knownTo);
    for (const { validTo: _open, ...version } of before)
      if (!known.some((each) => isSame(each, version))) superseded.push({ ...version, knownTo });
  }
  return { versions: knownNow(known, heard, folded), superseded };
}

/** Events by the instant they were recorded at, in order. */
const recordings = (events: readonly CaseEvent[]): CaseEvent[][] => {
  const ordered = [...events].sort((a, b) =>
    a.recordedAt === b.recordedAt ? a.position - b.position : a.recordedAt < b.recordedAt ? -1 : 1,
  );
  return [...Map.groupBy(ordered, ({ recordedAt }) => recordedAt).values()];
};

/** All versions by now; those added since the last look were known when their events were recorded. */
function knownNow(
  known: readonly KnownVersion[],
  heard: readonly CaseEvent[],
  versions: readonly Version[],
): KnownVersion[] {
  const recordedAt = new Map(heard.map((event) => [event.occurredAt, event.recordedAt]));
  return merged(known, versions, ({ validFrom }) => recordedAt.get(validFrom) ?? '');
}

const merged = (
  known: readonly KnownVersion[],
  versions: readonly Version[],
  knownFrom: (version: Version) => string,
): KnownVersion[] =>
  versions.map((version) => {
    const same = known.find((each) => isSame(each, version));
    return { ...version, knownFrom: same?.knownFrom ?? knownFrom(version) };
  });

type Said = Pick<Version, 'validFrom' | 'facts'>;
const isSame = (a: Said, b: Said): boolean => a.validFrom === b.validFrom && sameFacts(a.facts, b.facts);
