import { type CalendarDate, dateInShanghai } from '@duban/kernel';
import type { CaseFile, Entry, Part } from './case-file.js';
import { countingRatings } from './counting-ratings.js';
import type { Facts } from './fact.js';
import { countedBy, type ItemRules } from './item-rules.js';
import { finalClass, finalLevel, firstLevel, type Rated } from './item-value.js';
import { systemOf } from './unit-systems.js';
import { AXES, isAnswering } from './vocabulary.js';

/**
 * The facts of a case as it stands, seen through some of its assignments: all of them (the case), or
 * one unit's (that unit's part). Null before it was submitted: a draft is nobody's figure.
 * `common`: what holds where the case's events name no rules.
 */
export function factsOf(
  file: CaseFile,
  common: ItemRules,
  inView: (part: Part) => boolean = () => true,
): Facts | null {
  if (!file.submittedAt) return null;
  const parts = [...file.parts.values()].filter(inView);
  const seen = new Set(parts.map((part) => part.id));
  const entries = [...file.entries.values()].filter((entry) => seen.has(entry.assignmentId));
  const rules = file.items ?? common;
  return {
    ...intakeFacts(file, file.submittedAt),
    ...handlingFacts(file, parts),
    ...contactFacts(parts),
    ...trackingFacts(entries),
    ...valueFacts(file, parts, entries, rules),
    ...publicFacts(file, parts),
    countedBy: countedBy(rules),
  };
}

const dateOf = (instant: string | null): CalendarDate | null =>
  instant === null ? null : dateInShanghai(instant);
const earliest = (dates: readonly (string | null)[]): string | null => present(dates).sort()[0] ?? null;
const latest = (dates: readonly (string | null)[]): string | null => present(dates).sort().at(-1) ?? null;
const present = (dates: readonly (string | null)[]): string[] => dates.filter((date) => date !== null);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

type Intake = Pick<
  Facts,
  | 'year'
  | 'kind'
  | 'period'
  | 'category'
  | 'canonicalCategory'
  | 'proposerType'
  | 'keyTiers'
  | 'submittedOn'
  | 'acceptedOn'
  | 'rejectedOn'
  | 'convertedOn'
  | 'mergedOn'
  | 'withdrawnOn'
  | 'closedOn'
  | 'source'
  | 'disclosureConsent'
>;

/** Before a case is docketed under a session's year, the year of its submission stands in. */
function intakeFacts(file: CaseFile, submittedAt: string): Intake {
  const submittedOn = dateInShanghai(submittedAt);
  return {
    year: file.year ?? Number(submittedOn.slice(0, 4)),
    kind: file.kind,
    period: file.period,
    category: file.category,
    canonicalCategory: file.canonicalCategory,
    proposerType: file.proposerType,
    keyTiers: file.keyTiers.size === 0 ? null : [...file.keyTiers].sort().join('|'),
    submittedOn,
    acceptedOn: dateOf(file.acceptedAt),
    rejectedOn: dateOf(file.rejectedAt),
    convertedOn: dateOf(file.convertedAt),
    mergedOn: dateOf(file.mergedAt),
    withdrawnOn: dateOf(file.withdrawnAt),
    closedOn: dateOf(file.closedAt),
    source: file.source,
    disclosureConsent: file.disclosureConsent,
  };
}

function handlingFacts(file: CaseFile, parts: readonly Part[]) {
  const inForce = parts.filter((part) => !part.returned);
  const owed = inForce.filter((part) => isAnswering(part.role));
  const speaking = speakingParts(owed);
  const over = file.closedAt ?? file.withdrawnAt ?? file.mergedAt;
  const open = over ? [] : speaking.filter((part) => !part.repliedAt);
  const firstRound = Math.min(...owed.map((part) => part.round));
  const first = owed.filter((part) => part.round === firstRound && !part.rehanded);
  const replied = first.length > 0 && first.every((part) => part.repliedAt);
  return {
    unitSystem: systemOf(owed.map((part) => part.system)),
    handedOverOn: dateOf(earliest(parts.map((part) => part.handedOverAt))),
    repliedOn: replied ? dateOf(latest(first.map((part) => part.repliedAt))) : null,
    lastRepliedOn: dateOf(latest(owed.map((part) => part.repliedAt))),
    dueOn: latest(speaking.map((part) => part.dueOn)),
    dueOriginalOn: latest(speaking.map((part) => part.originalDueOn)),
    openDueOn: earliest(open.map((part) => part.dueOn)),
    openDueOriginalOn: earliest(open.map((part) => part.originalDueOn)),
    lateReplies: owed.filter((part) => isLate(part.repliedAt, part.dueOn)).length,
    lateRepliesOriginal: owed.filter((part) => isLate(part.repliedAt, part.originalDueOn)).length,
    rounds: new Set(owed.filter((part) => !part.rehanded).map((part) => part.round)).size,
    assignments: inForce.length,
    answering: owed.length,
    returns: parts.length - inForce.length,
  };
}

/** The due date itself is still in time. */
const isLate = (repliedAt: string | null, dueOn: string | null): boolean =>
  repliedAt !== null && dueOn !== null && dateInShanghai(repliedAt) > dueOn;

/** A reply in person counts for the item when each unit that replied gave one, in whichever round. */
function contactFacts(parts: readonly Part[]) {
  const units = Map.groupBy(
    parts.filter((part) => isAnswering(part.role) && part.repliedAt),
    (part) => part.unitId,
  );
  const everyUnit = (holds: (part: Part) => boolean): boolean =>
    units.size > 0 && [...units.values()].every((own) => own.some(holds));
  return {
    contacts: sum(parts.map((part) => part.contacts)),
    faceContacts: sum(parts.map((part) => part.faceContacts)),
    faceReply: everyUnit((part) => part.faceReply),
    headFaceReply: everyUnit((part) => part.headFaceReply),
  };
}

function trackingFacts(entries: readonly Entry[]) {
  return {
    tracked: entries.length,
    struckOff: entries.filter((entry) => entry.state === 'STRUCK_OFF').length,
    openEntries: entries.filter((entry) => entry.state === 'OPEN').length,
    yearsCarried: Math.max(0, ...entries.map((entry) => entry.yearsCarried)),
  };
}

/** Assignments that speak for the item: in force, owing a reply, and not taken on by a later one in view. */
function speakingParts(owed: readonly Part[]): Part[] {
  const superseded = new Set(owed.flatMap((part) => part.predecessors));
  return owed.filter((part) => !superseded.has(part.id));
}

/** What the public gets of it: the result itself, and what the result was made into. */
function publicFacts({ noted }: CaseFile, parts: readonly Part[]) {
  const seen = new Set(parts.map((part) => part.id));
  const records = [...noted.values()].filter(({ assignmentId }) => !assignmentId || seen.has(assignmentId));
  const of = (canonical: string) => records.filter((one) => one.canonical === canonical).map(({ at }) => at);
  const letters = speakingParts(parts.filter((part) => isAnswering(part.role) && !part.returned));
  const open = letters.length > 0 && letters.every((part) => part.openSince);
  const letterOpen = open ? latest(letters.map((part) => part.openSince)) : null;
  return {
    disclosedOn: dateOf(earliest([letterOpen, ...of('DISCLOSURE')])),
    conversions: of('CONVERSION').length,
    convertedIntoOn: dateOf(earliest(of('CONVERSION'))),
  };
}

function valueFacts(
  file: CaseFile,
  parts: readonly Part[],
  entries: readonly Entry[],
  rules: ItemRules,
): Pick<Facts, ValueColumn> {
  const owed = parts.filter((part) => isAnswering(part.role) && !part.returned);
  const speaking = speakingParts(owed);
  const rated: Rated = { owed, speaking, leadProposerId: file.leadProposerId, rules };
  const given = finalClass(rated);
  return {
    outcomes: given?.outcomes ?? null,
    localClass: given?.local ?? null,
    attitudeFirst: firstLevel(rated, 'ATTITUDE'),
    attitudeFinal: finalLevel(rated, 'ATTITUDE'),
    resultFirst: firstLevel(rated, 'RESULT'),
    resultFinal: finalLevel(rated, 'RESULT'),
    overallFirst: firstLevel(rated, 'OVERALL'),
    overallFinal: finalLevel(rated, 'OVERALL'),
    solvedOn: dateOf(solvedAt(speaking, entries)),
    satisfiedOn: dateOf(satisfiedAt(rated)),
  };
}

type ValueColumn =
  | 'outcomes'
  | 'localClass'
  | `${'attitude' | 'result' | 'overall'}${'First' | 'Final'}`
  | 'solvedOn'
  | 'satisfiedOn';

/** Solved: no promise is open, and every unit that speaks for the item replied with a class that means solved. */
function solvedAt(speaking: readonly Part[], entries: readonly Entry[]): string | null {
  if (entries.some((entry) => entry.state === 'OPEN')) return null;
  const solved = speaking.filter((part) => part.repliedAt && part.confirmed?.outcomes === 'SOLVED');
  if (solved.length === 0 || solved.length < speaking.length) return null;
  return latest([
    ...solved.map((part) => part.confirmed?.at ?? null),
    ...entries.map((entry) => entry.endedAt),
  ]);
}

/** Satisfied: every unit that speaks for the item was rated, and no rating that counts says otherwise. */
function satisfiedAt({ speaking, ...counting }: Rated): string | null {
  const ratings = speaking.map((part) => AXES.flatMap((axis) => countingRatings(part, axis, counting)));
  const all =
    ratings.length > 0 && ratings.every((own) => own.length > 0 && own.every((one) => one.satisfied));
  return all ? latest(ratings.flat().map((one) => one.at)) : null;
}
