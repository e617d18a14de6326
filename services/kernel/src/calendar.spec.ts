import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addUnits,
  addWorkdays,
  dateInShanghai,
  endOfDay,
  isCalendarDate,
  isWorkday,
  startOfDay,
  type WorkingCalendar,
} from './calendar.js';

const PLAIN: WorkingCalendar = { holidays: new Set(), makeUpDays: new Set() };

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));

const calendar = fc
  .record({ holidays: fc.uniqueArray(date), makeUpDays: fc.uniqueArray(date) })
  .map(({ holidays, makeUpDays }) => ({ holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) }));

describe('months', () => {
  test.each([
    ['2023-11-30', 3, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-12-31', 12, '2025-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-05-05', 0, '2024-05-05'],
  ])('%s + %i months is %s', (from, amount, to) => {
    expect(addMonths(from, amount)).toBe(to);
  });

  test('keep the day unless the month is shorter, and the month is the right one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, amount) => {
        const to = addMonths(from, amount);
        const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(isCalendarDate(to) || to < '1940').toBe(true);
        expect(index(to) - index(from)).toBe(amount);
        const clamped = addDays(to, 1).endsWith('-01');
        expect(to.slice(8) === from.slice(8) || (clamped && to.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  const golden: WorkingCalendar = {
    holidays: new Set([
      '2024-10-01',
      '2024-10-02',
      '2024-10-03',
      '2024-10-04',
      '2024-10-05',
      '2024-10-06',
      '2024-10-07',
    ]),
    makeUpDays: new Set(['2024-09-29', '2024-10-12']),
  };

  test.each([
    ['2024-09-27', 1, '2024-09-29'],
    ['2024-09-27', 2, '2024-09-30'],
    ['2024-09-30', 1, '2024-10-08'],
    ['2024-10-11', 1, '2024-10-12'],
    ['2024-10-08', -1, '2024-09-30'],
    ['2024-10-01', 0, '2024-10-01'],
  ])('%s + %i is %s', (from, amount, to) => {
    expect(addWorkdays(from, amount, golden)).toBe(to);
    expect(addUnits(from, amount, 'WORKDAY', golden)).toBe(to);
  });

  test('end on a working day with exactly that many in between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), calendar, (from, amount, calendar) => {
        const to = addWorkdays(from, amount, calendar);
        let count = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          if (isWorkday(day, calendar)) count += 1;
        expect(count).toBe(amount);
        expect(isWorkday(to, calendar)).toBe(true);
      }),
    );
  });

  test('are Monday to Friday where nothing else is known', () => {
    expect(
      ['2024-06-14', '2024-06-15', '2024-06-16', '2024-06-17'].map((day) => isWorkday(day, PLAIN)),
    ).toEqual([true, false, false, true]);
  });
});

describe('a date', () => {
  test.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '24-01-01',
    '2024-1-1',
    '2024-01-01T00:00',
    '1939-12-31',
    '3000-01-01',
    '',
  ])('%s is none', (text) => expect(isCalendarDate(text)).toBe(false));

  test('in Shanghai starts and ends eight hours before it does in UTC', () => {
    expect(dateInShanghai('2024-02-28T15:59:59.999Z')).toBe('2024-02-28');
    expect(dateInShanghai('2024-02-28T16:00:00.000Z')).toBe('2024-02-29');
    fc.assert(
      fc.property(date, (day) => {
        expect(dateInShanghai(startOfDay(day))).toBe(day);
        expect(dateInShanghai(endOfDay(day))).toBe(day);
        expect(Date.parse(startOfDay(addDays(day, 1))) - Date.parse(endOfDay(day))).toBe(1);
      }),
    );
  });
});
