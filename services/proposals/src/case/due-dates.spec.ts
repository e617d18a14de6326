import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { DeadlineRule, Process } from '../process/process.js';
import { id, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { Story } from '../testing/story.js';
import type { DeadlineStep } from './deadline.js';
import { dueFor, extendDue, isPast, isShut } from './deadline-rules.js';

const base = baseProcess();
const CALENDAR = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  makeUpDays: new Set(['2026-10-10']),
};
const FACTS = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', hard: false, key: false } as const;
const given = (also: object = {}) => ({
  facts: { case: { ...FACTS, ...also } },
  derived: {},
  conditions: MAPPINGS_ONLY,
});
const outside = { calendar: CALENDAR, sessionClose: null as string | null };
const noon = (date: string) => `${date}T04:00:00.000Z`;

const due = (step: DeadlineStep, on: string, hard = false, process: Process = base) =>
  dueFor(process, step, given({ hard }), noon(on), outside);

const withRule = (rule: Partial<DeadlineRule>): Process => ({
  ...base,
  deadlines: {
    reply: { step: 'REPLY', anchor: 'HANDOVER', amount: 3, unit: 'MONTH', lateEffect: 'ACCEPT', ...rule },
  },
});

describe('due dates explain themselves', () => {
  test.each([
    ['T23: three months from 30 November end with February', 'REPLY', '2026-11-30', false, '2027-02-28'],
    ['T23: in a leap year with the 29th', 'REPLY', '2027-11-30', false, '2028-02-29'],
    ['T23: three months from 31 January end with April', 'REPLY', '2026-01-31', false, '2026-04-30'],
    ['three months keep the day', 'REPLY', '2026-01-12', false, '2026-04-12'],
    ['six months for a hard matter', 'REPLY', '2026-01-12', true, '2026-07-12'],
    ['T23: six months from 31 August', 'REPLY', '2026-08-31', true, '2027-02-28'],
    [
      'five working days over the holidays and a make-up Saturday',
      'RETURN',
      '2026-09-30',
      false,
      '2026-10-13',
    ],
    ['seven days are calendar days', 'RETURN_DECISION', '2026-09-30', false, '2026-10-07'],
  ] as const)('%s', (_, step, on, hard, date) => {
    expect(due(step, on, hard)?.date).toBe(date);
  });

  test('a due date says which rule gave it, from where, and how long', () => {
    expect(due('REPLY', '2026-11-30', true)).toEqual({
      date: '2027-05-30',
      rule: 'reply-hard',
      anchor: 'HANDOVER',
      anchorDate: '2026-11-30',
      amount: 6,
      unit: 'MONTH',
      extensions: [],
    });
  });

  test('the day counted from is the day in Shanghai: 16:30 UTC is tomorrow', () => {
    expect(dueFor(base, 'REPLY', given(), '2026-01-30T16:30:00.000Z', outside)?.anchorDate).toBe(
      '2026-01-31',
    );
  });

  test.each([
    [
      'a fixed date that is still to come',
      { anchor: 'FIXED_DATE', on: '06-28', amount: 2, unit: 'DAY' },
      '2026-06-30',
    ],
    [
      "a fixed date that has passed is next year's",
      { anchor: 'FIXED_DATE', on: '01-10', amount: 0, unit: 'DAY' },
      '2027-01-10',
    ],
    [
      'a month before a fixed date',
      { anchor: 'FIXED_DATE', on: '06-28', amount: -1, unit: 'MONTH' },
      '2026-05-28',
    ],
    ["the session's close", { anchor: 'SESSION_CLOSE', amount: 3, unit: 'MONTH' }, '2026-04-25'],
  ] as const)('%s', (_, rule, date) => {
    const context = { ...outside, sessionClose: '2026-01-25' };
    expect(dueFor(withRule(rule), 'REPLY', given(), noon('2026-02-01'), context)?.date).toBe(date);
  });

  test('without a rule, or without the date it counts from, there is none', () => {
    expect(due('TRACKING', '2026-01-12', false, withRule({}))).toBeNull();
    expect(due('REPLY', '2026-01-12', false, withRule({ anchor: 'SESSION_CLOSE' }))).toBeNull();
  });

  test('the rule with more conditions wins, whatever the order it was stored in', () => {
    const reversed = Object.fromEntries(Object.entries(base.deadlines).reverse());
    expect(due('REPLY', '2026-01-12', true, { ...base, deadlines: reversed })?.rule).toBe('reply-hard');
  });

  test('an extension moves the date and leaves the explanation', () => {
    const first = due('REPLY', '2026-01-31');
    const extended = first && extendDue(first, { amount: 1, unit: 'MONTH' }, noon('2026-04-01'), outside);
    expect(extended).toMatchObject({ date: '2026-05-30', rule: 'reply', anchorDate: '2026-01-31' });
    expect(extended?.extensions).toEqual([
      { amount: 1, unit: 'MONTH', from: '2026-04-30', to: '2026-05-30', decidedAt: noon('2026-04-01') },
    ]);
  });

  test('the due day itself is in time; after it the rule says what late means', () => {
    const returnBy = due('RETURN', '2026-01-12');
    const acknowledgeBy = due('ACKNOWLEDGE', '2026-01-12');
    if (!returnBy || !acknowledgeBy) throw new Error('the base process has both');
    expect(returnBy.date).toBe('2026-01-19');
    expect(isPast(returnBy, '2026-01-19T15:59:59.999Z')).toBe(false);
    expect(isPast(returnBy, '2026-01-19T16:00:00.000Z')).toBe(true);
    expect([
      isShut(returnBy, noon('2026-01-20'), base),
      isShut(acknowledgeBy, noon('2026-01-20'), base),
    ]).toEqual([true, false]);
  });

  test('T23 in a case: handed over on 30 November, due on the last of February', () => {
    const story = new Story(base)
      .allocated()
      .at('2026-11-30')
      .does(PEOPLE.government, { kind: 'proposal.hand_over' });
    expect(story.assignment()).toMatchObject({
      round: 1,
      phase: 'HANDED_OVER',
      due: { date: '2027-02-28', rule: 'reply' },
    });
    expect(story.assignment().assignmentId).toBe(id(1000));
  });
});
