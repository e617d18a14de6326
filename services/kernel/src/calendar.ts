/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. Dates of law are dates, not instants. */
export type CalendarDate = string;

export type DateUnit = 'DAY' | 'WORKDAY' | 'MONTH';

/** Days off that are weekdays (法定节假日) and weekend days that are worked (调休), by date. */
export type WorkingCalendar = {
  readonly holidays: ReadonlySet<CalendarDate>;
  readonly makeUpDays: ReadonlySet<CalendarDate>;
  /** What the public holidays are called, also those that a make-up day belongs to. */
  readonly names?: ReadonlyMap<CalendarDate, DayName>;
};

export type DayName = { readonly zh: string; readonly en: string };

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

const KEPT = 5_000;

/** Keeps the last few thousand answers: the same few dates are asked about again and again, and parsing one is slow. */
function remembering<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const fresh = answer(key);
    if (known.size >= KEPT) known.clear();
    known.set(key, fresh);
    return fresh;
  };
}

const toDay = remembering((date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / DAY);
const fromDay = remembering((day: number): CalendarDate => new Date(day * DAY).toISOString().slice(0, 10));

const inShanghai = remembering(
  (instant: string | number): CalendarDate =>
    new Date(new Date(instant).getTime() + SHANGHAI).toISOString().slice(0, 10),
);

/** The date in Asia/Shanghai (UTC+8, no summer time since 1991) at an instant. */
export const dateInShanghai = (instant: string | number | Date): CalendarDate =>
  inShanghai(instant instanceof Date ? instant.getTime() : instant);

/** The first instant of a date in Asia/Shanghai, as an ISO string in UTC. */
export const startOfDay = (date: CalendarDate): string =>
  new Date(toDay(date) * DAY - SHANGHAI).toISOString();

/** The last instant (millisecond) of a date in Asia/Shanghai. */
export const endOfDay = (date: CalendarDate): string =>
  new Date((toDay(date) + 1) * DAY - SHANGHAI - 1).toISOString();

/** True for a real date written `YYYY-MM-DD`, years 1940 to 2999. */
export function isCalendarDate(text: string): boolean {
  if (!/^(19[4-9]\d|2\d{3})-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

/** Calendar days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDay(to) - toDay(from);

export const addDays = (date: CalendarDate, amount: number): CalendarDate => fromDay(toDay(date) + amount);

/** Same day of the month, clamped to the month's end: 30 November + 3 months is the last of February. */
export function addMonths(date: CalendarDate, amount: number): CalendarDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + amount;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(Number(date.slice(8)), daysIn(year, month));
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

export const isWorkday = (date: CalendarDate, calendar: WorkingCalendar): boolean =>
  isWorked(toDay(date), calendar);

function isWorked(day: number, { makeUpDays, holidays }: WorkingCalendar): boolean {
  const date = fromDay(day);
  if (makeUpDays.has(date)) return true;
  if (holidays.has(date)) return false;
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after (or, negative, before) a date; the date itself is day zero. */
export function addWorkdays(date: CalendarDate, amount: number, calendar: WorkingCalendar): CalendarDate {
  const step = amount < 0 ? -1 : 1;
  let day = toDay(date);
  for (let left = Math.abs(amount); left > 0; ) {
    day += step;
    if (isWorked(day, calendar)) left -= 1;
  }
  return fromDay(day);
}

export function addUnits(
  date: CalendarDate,
  amount: number,
  unit: DateUnit,
  calendar: WorkingCalendar,
): CalendarDate {
  if (unit === 'MONTH') return addMonths(date, amount);
  return unit === 'DAY' ? addDays(date, amount) : addWorkdays(date, amount, calendar);
}
