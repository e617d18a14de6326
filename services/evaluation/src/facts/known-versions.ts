import type { CaseEvent } from './case-event.js';
import { sameFacts } from './fact.js';
import { type AssignmentVersion, type CaseVersions, type Version, versionsOf } from './fact-versions.js';
import type { ItemRules } from './item-rules.js';

/** A version with the instant of recording from which on it was known. */
type Known<Of extends Version> = Of & { readonly knownFrom: string };
/** A version that was known for a time, and is not so any more: something recorded later said otherwise. */
type Superseded<Of extends Version> = Omit<Known<Of>, 'validTo'> & { readonly knownTo: string };

export type KnownVersion = Known<Version>;
export type SupersededVersion = Superseded<Version>;
export type KnownAssignmentVersion = Known<AssignmentVersion>;
export type SupersededAssignmentVersion = Superseded<AssignmentVersion>;

export type KnownVersions = {
  readonly versions: readonly KnownVersion[];
  readonly superseded: readonly SupersededVersion[];
  readonly assignments: readonly KnownAssignmentVersion[];
  readonly supersededAssignments: readonly SupersededAssignmentVersion[];
};

/**
 * When each version of a case's facts, and of its units' parts, was known: what the fold of all events
 * recorded by then gives. An event that is later than everything before it adds a version and changes
 * none; only one that speaks of the past does, and only there is the case folded as it was known before
 * and after. Which version held at an instant, as known at another, is the last of those known then that
 * began by it.
 */
export function knownVersionsOf(
  events: readonly CaseEvent[],
  rules: ItemRules,
  folded: CaseVersions = versionsOf(events, rules),
): KnownVersions {
  const ofCase = new Knowledge<Version>();
  const ofParts = new Knowledge<AssignmentVersion>();
  let heard: readonly CaseEvent[] = [];
  let last = '';
  for (const news of recordings(events)) {
    const occurred = news.map(({ occurredAt }) => occurredAt).sort();
    const [first = '', newest = ''] = [occurred[0], occurred.at(-1)];
    const before = heard;
    heard = [...heard, ...news];
    const speaksOfThePast = first <= last;
    last = newest > last ? newest : last;
    if (!speaksOfThePast) continue;
    const [then, now] = [versionsOf(before, rules), versionsOf(heard, rules)];
    const knownTo = news[0]?.recordedAt ?? '';
    ofCase.corrected(then.versions, now.versions, before, knownTo);
    ofParts.corrected(then.assignments, now.assignments, before, knownTo);
  }
  return {
    versions: ofCase.by(folded.versions, heard),
    superseded: ofCase.superseded,
    assignments: ofParts.by(folded.assignments, heard),
    supersededAssignments: ofParts.superseded,
  };
}

/** Events by the instant they were recorded at, in order. */
const recordings = (events: readonly CaseEvent[]): CaseEvent[][] => {
  const ordered = [...events].sort((a, b) =>
    a.recordedAt === b.recordedAt ? a.position - b.position : a.recordedAt < b.recordedAt ? -1 : 1,
  );
  return [...Map.groupBy(ordered, ({ recordedAt }) => recordedAt).values()];
};

/** What was known of one kind of versions of a case, correction by correction. */
class Knowledge<Of extends Version> {
  readonly superseded: Superseded<Of>[] = [];
  private known: readonly Known<Of>[] = [];

  /** All versions by now; those added since the last look were known when their events were recorded. */
  by(versions: readonly Of[], heard: readonly CaseEvent[]): Known<Of>[] {
    const recordedAt = new Map(heard.map((event) => [event.occurredAt, event.recordedAt]));
    return this.merged(versions, ({ validFrom }) => recordedAt.get(validFrom) ?? '');
  }

  /** From one instant of recording on, what was known before is known otherwise. */
  corrected(then: readonly Of[], now: readonly Of[], heard: readonly CaseEvent[], knownTo: string): void {
    const before = this.by(then, heard);
    this.known = before;
    this.known = this.merged(now, () => knownTo);
    for (const { validTo: _open, ...version } of before)
      if (!this.known.some((each) => isSame(each, version))) this.superseded.push({ ...version, knownTo });
  }

  private merged(versions: readonly Of[], knownFrom: (version: Of) => string): Known<Of>[] {
    return versions.map((version) => {
      const same = this.known.find((each) => isSame(each, version));
      return { ...version, knownFrom: same?.knownFrom ?? knownFrom(version) };
    });
  }
}

type Said = Omit<Version, 'validTo'> & Partial<Omit<AssignmentVersion, keyof Version>>;

/** The same facts from the same instant on; of a unit's part, of the same assignment that stood the same way. */
const isSame = (a: Said, b: Said): boolean =>
  a.validFrom === b.validFrom &&
  a.assignmentId === b.assignmentId &&
  a.role === b.role &&
  a.latest === b.latest &&
  a.responsible === b.responsible &&
  sameFacts(a.facts, b.facts);
