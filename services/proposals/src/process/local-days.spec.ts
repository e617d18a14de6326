import { addWorkdays } from '@duban/kernel';
import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { readProcess } from '../testing/process-files.kit.js';
import { effectiveProcess } from './effective-process.js';
import { localDays } from './local-days.js';

const layers = (...calendars: object[]) => [
  { source: 'base', document: readProcess('base').value },
  ...calendars.map((calendar, at) => ({ source: `level ${at + 1}`, document: { version: '1', calendar } })),
];

// 2026-07-27 is a Monday of an ordinary week.
const threeWorkdaysAfterMonday = (...calendars: object[]) => {
  const { process } = effectiveProcess(layers(...calendars));
  return process && addWorkdays('2026-07-27', 3, workingCalendar(localDays(process)));
};

describe('a locality has days of its own', () => {
  test.each([
    ['the national calendar', [], '2026-07-30'],
    ['a local holiday moves a due date', [{ '2026-07-28': 'OFF' }], '2026-07-31'],
    [
      'a county may take the city’s holiday away',
      [{ '2026-07-28': 'OFF' }, { '2026-07-28': null }],
      '2026-07-30',
    ],
    [
      'a worked Saturday counts',
      [{ '2026-07-28': 'OFF', '2026-07-30': 'OFF', '2026-07-31': 'OFF', '2026-08-01': 'WORKED' }],
      '2026-08-03',
    ],
  ])('%s', (_, calendars, expected) => {
    expect(threeWorkdaysAfterMonday(...calendars)).toBe(expected);
  });

  test('a date that does not exist is refused, with its place', () => {
    const { process, problems } = effectiveProcess(layers({ '2026-02-30': 'OFF' }));
    expect(process).toBeNull();
    expect(problems).toMatchObject([{ source: 'level 1', path: ['calendar', '2026-02-30'] }]);
  });
});
