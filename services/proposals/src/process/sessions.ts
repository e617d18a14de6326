import { type CalendarDate, dateInShanghai, isCalendarDate } from '@duban/kernel';
import type { CaseState } from '../case/state.js';

/** When the session of each year closed (闭幕), by year. */
export type Sessions = Readonly<Record<string, { readonly closedOn: CalendarDate }>>;

/**
 * The close of the session that a case belongs to: that of the year it is docketed under, before that
 * of the year of the moment. Null when the process does not say when it closed.
 */
export function sessionCloseOf(
  sessions: Sessions | undefined,
  { docketing }: Pick<CaseState, 'docketing'>,
  at: string,
): CalendarDate | null {
  const year = docketing?.year ?? dateInShanghai(at).slice(0, 4);
  return sessions?.[String(year)]?.closedOn ?? null;
}

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
