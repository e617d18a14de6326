import type { CalendarDate, WorkingCalendar } from '@duban/kernel';
import type { LocalityScope } from './locality-facts.js';
import type { RecordedWarning } from './recorded-warning.js';
import { activeRules, type WarningsNow, warningsOn } from './warnings-of.js';
import { LOCALITY_WATCHES } from './watch-locality.js';

/**
 * The warnings of a locality as a whole. Pure, as those of a case; `open` are the ones on record: what
 * nobody can date from the facts goes on since the day on which it was found.
 */
export function localityWarnings(
  scopes: readonly LocalityScope[],
  today: CalendarDate,
  calendar: WorkingCalendar,
  open: readonly RecordedWarning[],
): WarningsNow {
  const sounded = scopes.flatMap((scope) =>
    activeRules(scope).flatMap(([rule, of]) => {
      const since = (subjectId: string): CalendarDate | null =>
        open.find((one) => one.rule === rule && one.subject.id === subjectId)?.since ?? null;
      const alarms = LOCALITY_WATCHES[of.watch.kind]?.({ scope, today, calendar, since }, of.watch) ?? [];
      return alarms.map((alarm) => ({ rule, of, alarm }));
    }),
  );
  // What is written for all kinds and for one alike is warned of once.
  const once = new Map(sounded.map((one) => [`${one.rule} ${one.alarm.subject.id}`, one]));
  return warningsOn([...once.values()], today, calendar);
}
