import { describe, expect, test } from '@jest/globals';
import type { DeadlineStep } from '../case/deadline.js';
import { dueFor, dueFromReceipt, extendDue } from '../case/deadline-rules.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { DeadlineRule, Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import { sessionCloseOf } from '../process/sessions.js';
import { baseProcess } from '../testing/process-files.kit.js';

// The limits that localities published, written as process.yaml has them: one line each, no code.

const base = baseProcess();
const calendar = {
  holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']),
  makeUpDays: new Set(['2026-05-09']),
};
const FACTS = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', hard: false, key: false } as const;
const GIVEN = { facts: { case: FACTS }, derived: {}, conditions: MAPPINGS_ONLY };
const outside = { calendar, sessionClose: '2026-01-28' };
const noon = (date: string) => `${date}T04:00:00.000Z`;

type Limit = Omit<DeadlineRule, 'lateEffect'> & Partial<Pick<DeadlineRule, 'lateEffect'>>;
const processWith = (...limits: readonly Limit[]): Process => {
  const replaced = limits.map(({ step }) => step);
  const kept = Object.entries(base.deadlines).filter(([, { step }]) => !replaced.includes(step));
  const own = limits.map((limit, at) => [`own-${at}`, { lateEffect: 'ACCEPT', ...limit }] as const);
  return { ...base, deadlines: Object.fromEntries([...kept, ...own]) };
};

type Row = readonly [published: string, limits: readonly Limit[], start: string, last: string];

const one = (
  step: DeadlineStep,
  anchor: DeadlineRule['anchor'],
  amount: number,
  unit: DeadlineRule['unit'],
  also: Partial<DeadlineRule> = {},
) => [{ step, anchor, amount, unit, ...also }];

const ROWS: readonly Row[] = [
  [
    'inter-session items are handed over 5 working days after receipt',
    one('HANDOVER', 'SUBMISSION', 5, 'WORKDAY'),
    '2026-04-29',
    '2026-05-09',
  ],
  [
    'session items within 1 month after the session',
    one('HANDOVER', 'SESSION_CLOSE', 1, 'MONTH'),
    '2026-01-20',
    '2026-02-28',
  ],
  [
    'handover meeting within 30 days of the session',
    one('HANDOVER', 'SESSION_CLOSE', 30, 'DAY'),
    '2026-01-20',
    '2026-02-27',
  ],
  ['return: 3 working days', one('RETURN', 'HANDOVER', 3, 'WORKDAY'), '2026-04-30', '2026-05-08'],
  ['return: 5 days', one('RETURN', 'HANDOVER', 5, 'DAY'), '2026-04-30', '2026-05-05'],
  ['return: 5 working days', one('RETURN', 'HANDOVER', 5, 'WORKDAY'), '2026-04-30', '2026-05-11'],
  [
    'return: 7 working days, late requests not considered',
    one('RETURN', 'HANDOVER', 7, 'WORKDAY', { lateEffect: 'REFUSE' }),
    '2026-04-30',
    '2026-05-13',
  ],
  ['return: one week', one('RETURN', 'HANDOVER', 7, 'DAY'), '2026-04-30', '2026-05-07'],
  ['return: 10 days', one('RETURN', 'HANDOVER', 10, 'DAY'), '2026-04-30', '2026-05-10'],
  ['return: 10 working days', one('RETURN', 'HANDOVER', 10, 'WORKDAY'), '2026-04-30', '2026-05-18'],
  [
    'the office answers a return in 7 days',
    one('RETURN_DECISION', 'RETURN_REQUEST', 7, 'DAY'),
    '2026-05-06',
    '2026-05-13',
  ],
  [
    'first contact 15 working days after handover',
    one('CONTACT', 'HANDOVER', 15, 'WORKDAY'),
    '2026-04-30',
    '2026-05-25',
  ],
  ['co-opinion 1 month from handover', one('CO_OPINION', 'HANDOVER', 1, 'MONTH'), '2026-03-31', '2026-04-30'],
  ['co-opinion 2 months from receipt', one('CO_OPINION', 'RECEIPT', 2, 'MONTH'), '2026-03-31', '2026-05-31'],
  [
    'co-opinion 20 days before the deadline',
    one('CO_OPINION', 'REPLY_DUE', -20, 'DAY'),
    '2026-03-01',
    '2026-05-12',
  ],
  ['reply 3 months', one('REPLY', 'HANDOVER', 3, 'MONTH'), '2026-03-01', '2026-06-01'],
  [
    'reply 3 months from the close of the session',
    one('REPLY', 'SESSION_CLOSE', 3, 'MONTH'),
    '2026-03-01',
    '2026-04-28',
  ],
  [
    'reply 5 months for plenary CPPCC proposals',
    [
      ...one('REPLY', 'HANDOVER', 3, 'MONTH'),
      ...one('REPLY', 'HANDOVER', 5, 'MONTH', { when: { period: 'IN_SESSION' } }),
    ],
    '2026-03-01',
    '2026-08-01',
  ],
  [
    'reply by 30 June',
    one('REPLY', 'FIXED_DATE', 0, 'DAY', { on: '06-30' as string }),
    '2026-03-01',
    '2026-06-30',
  ],
  ['reply by 5 August', one('REPLY', 'FIXED_DATE', 0, 'DAY', { on: '08-05' }), '2026-03-01', '2026-08-05'],
  [
    'reply by the end of July',
    one('REPLY', 'FIXED_DATE', 3, 'DAY', { on: '07-28' }),
    '2026-03-01',
    '2026-07-31',
  ],
  [
    'a fixed date that has passed is next year’s',
    one('REPLY', 'FIXED_DATE', 0, 'DAY', { on: '04-16' }),
    '2026-05-06',
    '2027-04-16',
  ],
  [
    'reply 10 May for some items only',
    [
      ...one('REPLY', 'FIXED_DATE', 0, 'DAY', { on: '06-28' }),
      ...one('REPLY', 'FIXED_DATE', 0, 'DAY', { on: '05-10', when: { kind: 'NPC_SUGGESTION' } }),
    ],
    '2026-03-01',
    '2026-05-10',
  ],
  ['feedback in 15 working days', one('FEEDBACK', 'REPLY', 15, 'WORKDAY'), '2026-04-30', '2026-05-25'],
  ['feedback in 20 working days', one('FEEDBACK', 'REPLY', 20, 'WORKDAY'), '2026-04-30', '2026-06-01'],
  ['re-handling in 1 month', one('REHANDLING', 'HANDOVER', 1, 'MONTH'), '2026-05-31', '2026-06-30'],
  ['re-handling in 2 months', one('REHANDLING', 'HANDOVER', 2, 'MONTH'), '2026-05-31', '2026-07-31'],
  ['re-handling in 3 months', one('REHANDLING', 'HANDOVER', 3, 'MONTH'), '2026-05-31', '2026-08-31'],
  [
    'look-back on promises on 20 November',
    one('TRACKING', 'FIXED_DATE', 0, 'DAY', { on: '11-20' }),
    '2026-07-01',
    '2026-11-20',
  ],
];

describe('published limits are data', () => {
  test.each(ROWS)('%s', (_, limits, start, last) => {
    const process = processWith(...limits);
    const unconditional = limits.some(({ when, step }) => step === 'REPLY' && when !== undefined);
    if (!unconditional || limits.length > 1) expect(checkProcess(process)).toEqual([]);
    const step = limits[0]?.step as DeadlineStep;
    expect(dueFor(process, step, GIVEN, noon(start), outside)?.date).toBe(last);
  });

  test.each([
    ['at most 3 months more', { amount: 3, unit: 'MONTH' }, '2026-09-01'],
    ['1 month more', { amount: 1, unit: 'MONTH' }, '2026-07-01'],
    ['10 days more for a unit with many items', { amount: 10, unit: 'DAY' }, '2026-06-11'],
    ['15 days more for one with very many', { amount: 15, unit: 'DAY' }, '2026-06-16'],
  ] as const)('extension: %s', (_, length, last) => {
    const due = dueFor(base, 'REPLY', GIVEN, noon('2026-03-01'), outside);
    expect(due && extendDue(due, length, noon('2026-05-20'), outside).date).toBe(last);
  });

  test('what counts from the receipt starts again when the unit acknowledges', () => {
    const process = processWith(...one('CO_OPINION', 'RECEIPT', 2, 'MONTH'));
    const due = dueFor(process, 'CO_OPINION', GIVEN, noon('2026-03-31'), outside);
    expect(dueFromReceipt(due, noon('2026-04-02'), outside)).toMatchObject({
      date: '2026-06-02',
      anchorDate: '2026-04-02',
    });
    expect(
      dueFromReceipt(dueFor(base, 'REPLY', GIVEN, noon('2026-03-31'), outside), noon('2026-04-02'), outside),
    ).toBeNull();
  });

  test('the close of the session is that of the year the case is docketed under', () => {
    const sessions = { 2026: { closedOn: '2026-01-28' } };
    expect(sessionCloseOf(sessions, { docketing: null, kind: 'NPC_SUGGESTION' }, noon('2026-03-01'))).toBe(
      '2026-01-28',
    );
    expect(
      sessionCloseOf(sessions, { docketing: null, kind: 'NPC_SUGGESTION' }, noon('2027-03-01')),
    ).toBeNull();
  });

  test('a session that closed on no day of the calendar is refused', () => {
    const problems = checkProcess({ ...base, sessions: { 2026: { closedOn: '2026-02-30' } } });
    expect(problems).toMatchObject([{ path: ['sessions', '2026', 'closedOn'] }]);
  });
});
