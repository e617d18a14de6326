import { type CalendarDate, dateInShanghai, isCalendarDate } from '@duban/kernel';
import type { CaseState } from '../case/state.js';
import type { ProposalKind } from '../case/vocabulary.js';

/** When the session of each year closed (闭幕), by year. */
export type Sessions = Readonly<Record<string, { readonly closedOn: CalendarDate }>>;

/** A session as it was declared (届次). */
export type DeclaredSession = {
  readonly kind: ProposalKind;
  readonly year: number;
  readonly term: number;
  readonly session: number;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate | null;
};

/** When declared sessions closed, by `closeKey`. */
export type DeclaredCloses = ReadonlyMap<string, CalendarDate>;

export const closeKey = (kind: ProposalKind, year: number | string): string => `${kind} ${year}`;

export const closesOf = (declared: readonly DeclaredSession[]): DeclaredCloses =>
  new Map(
    declared.flatMap(({ kind, year, closesOn }) =>
      closesOn === null ? [] : [[closeKey(kind, year), closesOn] as const],
    ),
  );

/**
 * The close of the session that a case belongs to: that of the year it is docketed under, before that
 * of the year of the moment.
 */
export function sessionCloseOf(
  sessions: Sessions,
  { docketing, kind }: Pick<CaseState, 'docketing' | 'kind'>,
  at: string,
  declared?: DeclaredCloses,
): CalendarDate | null {
  const year = docketing?.year ?? dateInShanghai(at).slice(0, 4);
  return closeOfYear(sessions, year, declared?.get(closeKey(kind, year)));
}

/** What was declared of a year's session goes before what the process says; null when neither says when it closed. */
export const closeOfYear = (
  sessions: Sessions,
  year: number | string,
  declared: CalendarDate | null | undefined,
): CalendarDate | null => declared ?? sessions[String(year)]?.closedOn ?? null;

type TimeLimits = { readonly deadlines: Readonly<Record<string, { readonly anchor: string }>> };

/** Whether any time limit counts from the close of the session: else nobody has to know when it was. */
export const countsFromClose = ({ deadlines }: TimeLimits): boolean =>
  Object.values(deadlines).some(({ anchor }) => anchor === 'SESSION_CLOSE');

type Report = (path: readonly string[], zh: string, en: string) => void;

export function checkSessions({ sessions }: { readonly sessions: Sessions }, report: Report): void {
  for (const [year, { closedOn }] of Object.entries(sessions)) {
    if (isCalendarDate(closedOn)) continue;
    report(
      ['sessions', year, 'closedOn'],
      `“${closedOn}”不是真实日期，应写作 2026-01-28。`,
      `"${closedOn}" is not a date; write 2026-01-28.`,
    );
  }
}
