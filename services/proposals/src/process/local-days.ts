import type { CalendarDate } from '@duban/kernel';
import type { Process } from './process.js';

/** A locality's own days off and days worked, as the working calendar takes them. */
export function localDays({ calendar = {} }: Pick<Process, 'calendar'>): {
  readonly holidays: readonly CalendarDate[];
  readonly makeUpDays: readonly CalendarDate[];
} {
  const days = (as: 'OFF' | 'WORKED') => Object.keys(calendar).filter((date) => calendar[date] === as);
  return { holidays: days('OFF'), makeUpDays: days('WORKED') };
}
