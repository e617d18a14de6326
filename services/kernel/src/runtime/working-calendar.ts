import type { CalendarDate, WorkingCalendar } from '../calendar.js';

/** What a locality adds to or takes from the national calendar. */
export type CalendarOverrides = {
  readonly holidays?: readonly CalendarDate[];
  readonly makeUpDays?: readonly CalendarDate[];
};

/** Public holidays and make-up days (调休) as published by the State Council, with a locality's own. */
export function workingCalendar(_overrides: CalendarOverrides = {}): WorkingCalendar {
  throw new Error('not yet');
}
