import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type CalendarDate, type DayName, isCalendarDate, type WorkingCalendar } from '../calendar.js';

/** What a locality adds to or takes from the national calendar: each date stands in at most one list. */
export type CalendarOverrides = {
  /** Days off here that are not days off everywhere. */
  readonly holidays?: readonly CalendarDate[];
  /** Days worked here although they are a weekend day or a national holiday. */
  readonly makeUpDays?: readonly CalendarDate[];
};

/** Published as `National Day,国庆节,3`. */
const nameOf = ([date, text]: [string, string]): [CalendarDate, DayName] => {
  const [en = '', zh = ''] = text.split(',');
  return [date, { zh, en }];
};

const NATIONAL: WorkingCalendar = {
  holidays: new Set(Object.keys(published.holidays)),
  makeUpDays: new Set(Object.keys(published.workdays)),
  names: new Map([...Object.entries(published.holidays), ...Object.entries(published.workdays)].map(nameOf)),
};

/**
 * Public holidays and make-up days (调休) as the State Council published them, with a locality's own.
 * Years that are not published yet count Monday to Friday. Throws on a date that does not exist or
 * stands in both lists.
 */
export function workingCalendar({ holidays = [], makeUpDays = [] }: CalendarOverrides = {}): WorkingCalendar {
  if (holidays.length === 0 && makeUpDays.length === 0) return NATIONAL;
  const wrong = [...holidays, ...makeUpDays].find((date) => !isCalendarDate(date));
  if (wrong !== undefined) throw new Error(`calendar override ${wrong} is not a date`);
  const own = new Set(holidays);
  const both = makeUpDays.find((date) => own.has(date));
  if (both !== undefined) throw new Error(`calendar override ${both} is both a holiday and a make-up day`);
  const worked = new Set(makeUpDays);
  return {
    ...NATIONAL,
    holidays: new Set([...NATIONAL.holidays, ...own].filter((date) => !worked.has(date))),
    makeUpDays: new Set([...NATIONAL.makeUpDays, ...worked].filter((date) => !own.has(date))),
  };
}

/** The last year whose public holidays are published; later due dates may still move. */
export const lastPublishedYear = (): number => Number([...NATIONAL.holidays].sort().at(-1)?.slice(0, 4));
