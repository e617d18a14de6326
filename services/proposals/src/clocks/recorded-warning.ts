import type { CalendarDate } from '@duban/kernel';
import type { WarningCode, WarningLevel } from '../process/warnings.js';
import type { Subject } from './clock.js';
import type { Words } from './clock-words.js';
import type { WarningEvent } from './events-warning.js';
import type { Warning } from './warning.js';

/** A warning as its events left it. */
export type RecordedWarning = {
  readonly id: string;
  readonly proposalId: string | null;
  /** Rule, subject and since when: the same occurrence is recorded once. */
  readonly occurrence: string;
  readonly rule: string;
  readonly code: WarningCode;
  readonly level: WarningLevel;
  readonly label: Words;
  readonly reason: Words;
  readonly subject: Subject;
  readonly since: CalendarDate;
  readonly recipients: readonly string[];
  readonly escalations: number;
  readonly repeats: number;
  readonly autoResolve: boolean;
  readonly raisedAt: string;
  /** When it was last told: raised, risen or repeated. */
  readonly toldAt: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgement: string | null;
  readonly resolvedAt: string | null;
};

/** A recorded warning after something happened to it, and the event that says what. */
export type WarningChange = {
  /** Null: it was not there. */
  readonly before: RecordedWarning | null;
  readonly after: RecordedWarning;
  readonly event: WarningEvent;
};

/**
 * A warning that holds as those hear it who were told: once somebody has taken note, and its rule says
 * that this is enough, it stands as it was then.
 */
export function asHeard(now: Warning, before: RecordedWarning | null | undefined): Warning {
  if (!before?.acknowledgedAt || !now.restsWhenAcknowledged) return now;
  const { level, recipients, escalations, repeats } = before;
  return { ...now, level, recipients, escalations, repeats };
}

/** Nothing but to be noted, and noted: over, although what it was about may be so for good. */
export const isSettled = ({ autoResolve, acknowledgedAt }: RecordedWarning): boolean =>
  !autoResolve && acknowledgedAt !== null;

/**
 * What has to be recorded so that the records agree with what holds now. Nothing when they do: asking
 * twice records once. What rose or was to be told several times since the last look is told once.
 */
export function warningChanges(
  holding: readonly Warning[],
  open: readonly RecordedWarning[],
  at: string,
  about: { readonly proposalId: string | null; idOf(occurrence: string): string },
): readonly WarningChange[] {
  const known = new Map(open.map((one) => [one.occurrence, one]));
  const still = new Set(holding.map(({ key }) => key));
  const grown = holding.flatMap((warning) => {
    const before = known.get(warning.key);
    if (!before) return [raised(warning, at, about)];
    return isSettled(before) ? [] : growth(before, asHeard(warning, before), at);
  });
  const over = open.filter((one) => one.autoResolve && !still.has(one.occurrence));
  return [...grown, ...over.map((one) => resolved(one, at))];
}

const aboutOf = ({ id, proposalId, rule, code, level, since }: RecordedWarning) => ({
  warningId: id,
  proposalId,
  rule,
  code,
  level,
  since,
});

function raised(
  { key, restsWhenAcknowledged: _, ...warning }: Warning,
  at: string,
  { proposalId, idOf }: { readonly proposalId: string | null; idOf(occurrence: string): string },
): WarningChange {
  const nothingYet = { acknowledgedAt: null, acknowledgedBy: null, acknowledgement: null, resolvedAt: null };
  const id = idOf(key);
  const after = { id, proposalId, occurrence: key, ...warning, raisedAt: at, toldAt: at, ...nothingYet };
  const { label, reason, subject, recipients, escalations, repeats } = warning;
  const payload = { ...aboutOf(after), label, reason, subject, recipients, escalations, repeats };
  return { before: null, after, event: { type: 'warning.raised', payload, occurredAt: at } };
}

/** Rising is told before repeating; both at once are told as a rise. */
function growth(before: RecordedWarning, now: Warning, at: string): readonly WarningChange[] {
  const { level, recipients, escalations, repeats } = now;
  const after = { ...before, level, recipients, escalations, repeats, toldAt: at };
  if (escalations > before.escalations) {
    const payload = { ...aboutOf(after), recipients, escalations };
    return [{ before, after, event: { type: 'warning.escalated', payload, occurredAt: at } }];
  }
  if (repeats <= before.repeats) return [];
  const payload = { ...aboutOf(after), recipients, repeats };
  return [{ before, after, event: { type: 'warning.repeated', payload, occurredAt: at } }];
}

const resolved = (before: RecordedWarning, at: string): WarningChange => ({
  before,
  after: { ...before, resolvedAt: at },
  event: { type: 'warning.resolved', payload: aboutOf(before), occurredAt: at },
});

/** Somebody has taken note; what was only to be noted is over with it. */
export function acknowledged(
  before: RecordedWarning,
  { role, note }: { readonly role: string; readonly note: string | null },
  at: string,
): readonly WarningChange[] {
  const after = { ...before, acknowledgedAt: at, acknowledgedBy: role, acknowledgement: note };
  const payload = { ...aboutOf(before), role, note };
  const noted: WarningChange = {
    before,
    after: isSettled(after) ? { ...after, resolvedAt: at } : after,
    event: { type: 'warning.acknowledged', payload, occurredAt: at },
  };
  return [noted];
}
