import { type CalendarDate, dateInShanghai } from '@duban/kernel';

/** What is scored: by which sheet, over the cases of which year, as of when. */
export type ScoreQuestion = {
  readonly sheet: string;
  readonly year: number;
  /** ISO instant; null: as things stand now. */
  readonly asOf: string | null;
  /** The day in Asia/Shanghai that "overdue" is measured on. */
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  /** The day whose sheet counts: the last of the year, or `day` while the year is not over. A year keeps its sheet. */
  readonly sheetDay: CalendarDate;
};

type Fault = { readonly zh: string; readonly en: string };

/** What is wrong with a year whose scores are spoken of; null when nothing is. */
export const yearFault = (year: number): Fault | null =>
  Number.isInteger(year) && year >= 1949 && year <= 2999
    ? null
    : {
        zh: `年度须在 1949 到 2999 之间,收到 ${year}。`,
        en: `the year has to lie between 1949 and 2999; it is ${year}.`,
      };

/** A question that can be answered, or what is wrong with it. */
export function readQuestion(
  asked: { readonly sheet: string; readonly year: number; readonly asOf?: Date | string | null },
  now: Date,
): ScoreQuestion | Fault {
  const { sheet, year } = asked;
  const wrong = yearFault(year);
  if (wrong) return wrong;
  const at = asked.asOf ? new Date(asked.asOf) : null;
  if (at && (Number.isNaN(at.getTime()) || at.getTime() > now.getTime()))
    return { zh: '时点须是已过去的时刻。', en: 'asOf has to be an instant in the past.' };
  const asOf = at?.toISOString() ?? null;
  const day = dateInShanghai(asOf ?? now);
  const lastDay = `${year}-12-31`;
  const sheetDay = day < lastDay ? day : lastDay;
  return { sheet, year, asOf, day, today: dateInShanghai(now), sheetDay };
}

export const isFault = (read: ScoreQuestion | Fault): read is Fault => 'zh' in read;

/** An instant that a score is asked for, and the day it speaks of. */
export type Moment = { readonly asOf: string; readonly day: CalendarDate };

const SHANGHAI_MS = 8 * 3_600_000;

/** The end of each month of a year in Asia/Shanghai that has begun; the month that is not over as of now. */
export function monthEnds(year: number, now: Date): Moment[] {
  const startOf = (month: number): number => Date.UTC(year, month, 1) - SHANGHAI_MS;
  return Array.from({ length: 12 }, (_none, month) => month)
    .filter((month) => startOf(month) <= now.getTime())
    .map((month) => {
      const end = Math.min(startOf(month + 1) - 1, now.getTime());
      const asOf = new Date(end).toISOString();
      return { asOf, day: dateInShanghai(asOf) };
    });
}
