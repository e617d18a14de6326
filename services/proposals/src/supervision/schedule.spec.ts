import type { CalendarDate } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import type { ScheduleRule } from '../process/schedule.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { type HeldRecord, type ScheduleYear, scheduleOf } from './schedule.js';

const label = { zh: '定期工作', en: 'Scheduled' };
const EXECUTIVE: ScheduleRule = {
  ...{ label, on: { anchor: 'SESSION_CLOSE', amount: 1, unit: 'WORKDAY' } },
  fulfilledBy: { record: 'meeting', field: 'kind', value: 'GOVERNMENT' },
};
const VOTE: ScheduleRule = {
  label,
  on: { month: 10 },
  fulfilledBy: { record: 'satisfaction-vote' },
  covers: 'ALL_KEY',
};
const INQUIRY: ScheduleRule = {
  label,
  on: { month: 10 },
  fulfilledBy: { record: 'special-inquiry' },
  covers: 'SOME_KEY',
};
const FIVE: ScheduleRule = {
  ...{ label, on: { perYear: 5 } },
  fulfilledBy: { record: 'meeting', field: 'kind', value: 'SPECIAL' },
};
const YEAR_END: ScheduleRule = { label, on: { date: '12-20' }, fulfilledBy: { record: 'report' } };

let ids = 0;
const record = (kind: string, on: CalendarDate, also: Partial<HeldRecord> = {}): HeldRecord => ({
  ...{ recordId: String(++ids), kind, on, choices: {}, caseIds: [] },
  ...also,
});
const meeting = (on: CalendarDate, kind: string) => record('meeting', on, { choices: { kind } });

/** The session of 2026 closes on a Friday; the Saturday after is worked for a holiday, in one table. */
const YEAR: ScheduleYear = {
  ...{ year: 2026, closedOn: '2026-01-30', today: '2026-11-15' },
  calendar: { holidays: new Set(), makeUpDays: new Set() },
  records: [],
  keyCaseIds: ['one', 'two', 'three'],
};
const one = (rule: ScheduleRule, also: Partial<ScheduleYear>) =>
  scheduleOf({ rule }, { ...YEAR, ...also })[0];

describe('LC-02 the first working day after the session closed', () => {
  const worked = { holidays: new Set<string>(), makeUpDays: new Set(['2026-01-31']) };
  const holidays = { holidays: new Set(['2026-02-02', '2026-02-03']), makeUpDays: new Set<string>() };
  test.each([
    ['a weekend between', {}, '2026-02-02'],
    ['T22 a make-up day on the Saturday', { calendar: worked }, '2026-01-31'],
    ['a holiday after it', { calendar: holidays }, '2026-02-04'],
    ['nobody declared the close', { closedOn: null }, null],
  ] as const)('%s', (_, also, due) => {
    expect(one(EXECUTIVE, also)).toMatchObject({ due, state: due === null ? 'UNKNOWN' : 'MISSED' });
  });

  test.each([
    ['held on the day', [meeting('2026-02-02', 'GOVERNMENT')], 'DONE'],
    ['held a day late', [meeting('2026-02-03', 'GOVERNMENT')], 'LATE'],
    ['another kind of meeting', [meeting('2026-02-02', 'FORUM')], 'MISSED'],
    ['held before the session closed', [meeting('2026-01-29', 'GOVERNMENT')], 'MISSED'],
  ] as const)('%s: %s', (_, records, state) => {
    expect(one(EXECUTIVE, { records })?.state).toBe(state);
  });
});

describe('SY-12 each October', () => {
  const votes = (...items: string[]) =>
    items.map((id) => record('satisfaction-vote', '2026-10-20', { caseIds: [id] }));
  test('T21 the vote is on all key items; those without one are named', () => {
    const planned = one(VOTE, { records: votes('one', 'three', 'no key item') });
    expect(planned).toMatchObject({
      required: 3,
      done: 2,
      missing: 1,
      missingCaseIds: ['two'],
      state: 'MISSED',
    });
    expect(one(VOTE, { records: votes('one', 'two', 'three') })?.state).toBe('DONE');
  });

  test('T21 the inquiry is on some of them', () => {
    const inquiry = record('special-inquiry', '2026-10-21', { caseIds: ['two'] });
    expect(one(INQUIRY, { records: [inquiry] })).toMatchObject({
      required: 1,
      done: 1,
      missing: 0,
      state: 'DONE',
    });
    expect(one(INQUIRY, { records: [record('special-inquiry', '2026-10-21')] })?.missing).toBe(1);
  });

  test.each([
    ['2026-09-30', 'UPCOMING'],
    ['2026-10-01', 'DUE'],
    ['2026-10-31', 'DUE'],
    ['2026-11-01', 'MISSED'],
  ])('on %s it is %s', (today, state) => {
    expect(one(VOTE, { today })).toMatchObject({ from: '2026-10-01', due: '2026-10-31', state });
  });

  test('held in November it is late', () => {
    const late = votes('one', 'two').concat(
      record('satisfaction-vote', '2026-11-05', { caseIds: ['three'] }),
    );
    expect(one(VOTE, { records: late })?.state).toBe('LATE');
  });
});

test('LC-04 five special meetings a year: those held are counted, the rest is missing', () => {
  const records = ['2026-03-01', '2026-05-01', '2026-07-01'].map((on) => meeting(on, 'SPECIAL'));
  const planned = one(FIVE, { records });
  expect(planned).toMatchObject({ required: 5, done: 3, missing: 2, due: '2026-12-31', state: 'DUE' });
  expect(planned?.explanation.zh).toBe('每年 5 次；应 5，已有 3，还差 2');
});

test('until a fixed date', () => {
  expect(one(YEAR_END, { records: [record('report', '2026-12-19')] })?.state).toBe('DONE');
  expect(one(YEAR_END, { today: '2026-12-21' })?.state).toBe('MISSED');
});

test('what is due first comes first, what has no day comes last', () => {
  const all = scheduleOf({ FIVE, VOTE, EXECUTIVE }, { ...YEAR, closedOn: null });
  expect(all.map(({ rule }) => rule)).toEqual(['VOTE', 'FIVE', 'EXECUTIVE']);
});

test.each([
  ['record', { ...VOTE, fulfilledBy: { record: 'dance' } }],
  ['value', { ...EXECUTIVE, fulfilledBy: { record: 'meeting', field: 'kind', value: 'BALL' } }],
])('is refused at publishing: fulfilledBy.%s', (part, wrong) => {
  const process = { ...baseProcess(), schedule: { wrong } } as Process;
  expect(checkProcess(process).map(({ path }) => path.join('.'))).toEqual([
    `schedule.wrong.fulfilledBy.${part}`,
  ]);
});
