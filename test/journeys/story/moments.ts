const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Moment = { readonly occurredAt: string };

/** Ten in the morning of a day, as people in Asia/Shanghai read it. */
export const on = (day: string): Moment => ({ occurredAt: `${day}T02:00:00.000Z` });

/** Moments counted from so many days ago: `days(2, 3)` is two days and three hours later. */
export function since(daysAgo: number): (days: number, hours?: number) => Moment {
  const begun = Date.now() - daysAgo * DAY;
  return (days, hours = 0) => ({
    occurredAt: new Date(begun + days * DAY + hours * HOUR).toISOString(),
  });
}

/** The calendar date in Asia/Shanghai. */
export const dateOf = ({ occurredAt }: Moment): string =>
  new Date(Date.parse(occurredAt) + 8 * HOUR).toISOString().slice(0, 10);

/** The same day of a later month, or its last day where there is no such day. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, wanted = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(wanted, last))).toISOString().slice(0, 10);
}
