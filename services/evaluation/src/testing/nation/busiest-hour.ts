import { LIVES, nationCase } from './nation-case.js';

/** Working days of a week, and of a working day's eight hours what is done in the busiest one. */
const WORKING_DAYS = 5;
const BUSIEST_HOUR = 1 / 4;
const DAY_MS = 86_400_000;
const WEEK = 7;

/** How the steps of a year fall on its busiest hour. */
export type BusiestHour = {
  /** The first day of the seven in which most happens. */
  readonly from: string;
  /** Of all steps of the year, those of these seven days. */
  readonly shareOfWeek: number;
  readonly stepsASecond: number;
};

/**
 * The busiest working hour of the country, by the lives that its cases lead: most are raised at the
 * session, handed over within weeks of it and answered in the months after. Of all that happens in a year
 * the busiest seven days have their share, a fifth of it falls on each of their working days, and a quarter
 * of a day's on its busiest hour: twice the mean of eight hours.
 */
export function busiestHour(casesAYear: number, stepsACase: number, year: number): BusiestHour {
  const days = new Map<number, number>();
  let all = 0;
  for (let life = 0; life < LIVES; life++)
    for (const { occurredAt } of nationCase('00000000-0000-7000-8000-000000000000', 1, year, life).events) {
      const day = Math.floor(Date.parse(occurredAt) / DAY_MS);
      days.set(day, (days.get(day) ?? 0) + 1);
      all += 1;
    }
  let [first, most] = [0, 0];
  for (const start of days.keys()) {
    const sum = Array.from({ length: WEEK }, (_none, at) => days.get(start + at) ?? 0).reduce(
      (a, b) => a + b,
      0,
    );
    if (sum > most) [first, most] = [start, sum];
  }
  const shareOfWeek = most / all;
  const inTheHour = (casesAYear * stepsACase * shareOfWeek * BUSIEST_HOUR) / WORKING_DAYS;
  return {
    from: new Date(first * DAY_MS).toISOString().slice(0, 10),
    shareOfWeek,
    stepsASecond: inTheHour / 3600,
  };
}
