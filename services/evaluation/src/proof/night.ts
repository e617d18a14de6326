import { type CalendarDate, dateInShanghai } from '@duban/kernel';

/** Hours in Asia/Shanghai in which everything is recounted once; from 22 to 4 goes past midnight. */
export type Night = { readonly begins: number; readonly ends: number };

export const NIGHT: Night = { begins: 2, ends: 6 };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;
const HOURS = /^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/;

/** Reads `2-6`; null when it is nothing of the kind. */
export function nightOf(text: string): Night | null {
  const [, begins, ends] = HOURS.exec(text)?.map(Number) ?? [];
  return begins === undefined || ends === undefined || begins === ends ? null : { begins, ends };
}

/** The day whose nightly recount is under way or over: it changes when the night begins. */
export const checkDay = (now: Date, { begins }: Night): CalendarDate =>
  dateInShanghai(new Date(now.getTime() - begins * HOUR));

/** Milliseconds until the night is over; 0 by day. */
export function nightLeft(now: Date, { begins, ends }: Night): number {
  const since = (now.getTime() + SHANGHAI + DAY - begins * HOUR) % DAY;
  const long = ((ends - begins + 24) % 24) * HOUR;
  return Math.max(0, long - since);
}
