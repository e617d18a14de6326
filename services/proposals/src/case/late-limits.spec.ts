import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { clocksOf } from '../clocks/clocks-of.js';
import { warningsOf } from '../clocks/warnings-of.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { DeadlineRule, Process } from '../process/process.js';
import { closeKey } from '../process/sessions.js';
import { PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { rate, Story } from '../testing/story.js';
import type { Command } from './commands.js';
import type { DeadlineStep } from './deadline.js';
import { feedbackStatus } from './feedback-status.js';

const { transport, government, lead, congress } = PEOPLE;
const calendar = workingCalendar();
const base = baseProcess();
const CLOSED = '2026-02-10';
const frame = {
  ...{ calendar, conditions: MAPPINGS_ONLY },
  closes: new Map([[closeKey('NPC_SUGGESTION', 2026), CLOSED]]),
};

/** One step counts from the close of the session: ten days, until 20 February. */
function fromTheClose(step: DeadlineStep, also: Partial<DeadlineRule> = {}): Process {
  const rule = { step, anchor: 'SESSION_CLOSE', amount: 10, unit: 'DAY', lateEffect: 'REFUSE', ...also };
  const others = Object.entries(base.deadlines).filter(([, one]) => one.step !== step);
  return {
    ...base,
    deadlines: { ...Object.fromEntries(others), close: rule as DeadlineRule },
    filing: { by: ['GOV_HANDOVER_OFFICER'] },
  };
}

type Tell = (story: Story) => Story;
/** The same story told to somebody who knew when the session would close, and to one who heard of it when it was over. */
function toldBoth(process: Process, tell: Tell): readonly [Story, Story] {
  const tellTo = (heard: boolean): Story => {
    const known: { sessionClose: string | null } = { sessionClose: heard ? CLOSED : null };
    const also = {
      calendar,
      get sessionClose() {
        return known.sessionClose;
      },
    };
    const story = tell(new Story(process, also));
    known.sessionClose = CLOSED;
    return story;
  };
  return [tellTo(true), tellTo(false)];
}

const shown = ({ state, process }: Story, day: string) =>
  clocksOf(state, process, `${day}T04:00:00.000Z`, frame);
const warned = ({ state, process }: Story, day: string) =>
  warningsOf(state, process, `${day}T04:00:00.000Z`, frame, {} as never);

const handedOver: Tell = (story) => story.handedOver();
const replied: Tell = (story) => story.replied();
const returned: Tell = (story) => {
  const { assignmentId } = story.handedOver().assignment();
  return story
    .at('2026-01-14')
    .does(transport, { kind: 'return.request', assignmentId, reason: '不属本单位职责。' });
};
const filed: Tell = (story) => {
  const { assignmentId } = story.acknowledged().assignment();
  return story
    .at('2026-01-14')
    .does(government, { kind: 'assignment.file', assignmentId, reason: '须上级立项。' });
};

const ROWS: readonly (readonly [DeadlineStep, Tell])[] = [
  ['ACKNOWLEDGE', handedOver],
  ['RETURN', handedOver],
  ['CONTACT', handedOver],
  ['PLAN', handedOver],
  ['RETURN_DECISION', returned],
  ['FILING_REVIEW', filed],
  ['FEEDBACK', replied],
  ['TRACKING', (story) => story.confirmed('B')],
];

describe('a session that is declared later has the effect of one that was known', () => {
  test.each(ROWS)('%s: the same clocks and warnings, in time and late', (step, tell) => {
    const [heard, late] = toldBoth(fromTheClose(step), tell);
    for (const day of ['2026-02-20', '2026-02-21', '2026-07-01']) {
      expect(shown(late, day)).toEqual(shown(heard, day));
      expect(warned(late, day)).toEqual(warned(heard, day));
    }
    expect(shown(late, '2026-02-20').find((one) => one.step === step)).toMatchObject({
      due: { date: '2026-02-20', anchor: 'SESSION_CLOSE', anchorDate: CLOSED },
    });
  });

  const toReturn = (story: Story): Command => ({
    ...{ kind: 'return.request', reason: '不属本单位职责。' },
    assignmentId: story.assignment().assignmentId,
  });
  const RETURNS = [
    ['2026-02-20', 'REFUSE', null],
    ['2026-02-21', 'REFUSE', 'RETURN_WINDOW_CLOSED'],
    ['2026-02-21', 'ACCEPT', null],
  ] as const;
  test.each(RETURNS)('a return on %s, where late is %s: %j', (day, lateEffect, code) => {
    for (const story of toldBoth(fromTheClose('RETURN', { lateEffect }), handedOver)) {
      story.at(day);
      expect(story.refuses(transport, toReturn(story))).toBe(code);
      expect(story.offers(transport, 'return.request')[0]?.refusalCode ?? null).toBe(code);
      if (code !== null) continue;
      story.does(transport, toReturn(story));
      expect(story.assignment().returns[0]?.late).toBe(day > '2026-02-20');
    }
  });

  const FEEDBACK = [
    ['2026-03-10', null, 'WAITING', 'FEEDBACK_OUTSTANDING'],
    ['2026-03-13', 'FEEDBACK_DEADLINE_PASSED', 'LAPSED', null],
  ] as const;
  test.each(FEEDBACK)('feedback on %s: %j, it is %s, and closing meets %j', (day, code, status, closing) => {
    for (const story of toldBoth(fromTheClose('FEEDBACK', { amount: 30 }), (one) => one.confirmed())) {
      story.at(day);
      expect(story.refuses(lead, rate(story.reply().replyId, 'SATISFIED'))).toBe(code);
      expect(story.refuses(congress, { kind: 'proposal.close' })).toBe(closing);
      const known = { ...story.reply(), feedbackBy: shownReply(story) };
      expect(feedbackStatus(story.process, story.state, known, story.now)).toBe(status);
    }
  });
  const shownReply = (story: Story) =>
    shown(story, '2026-03-01').find(({ step }) => step === 'FEEDBACK')?.due ?? null;

  test('as long as nobody knows, nothing is shown and nothing is late: a return may be asked for', () => {
    const story = new Story(fromTheClose('RETURN'), { calendar }).handedOver();
    const unknown = { calendar, conditions: MAPPINGS_ONLY };
    const clocks = clocksOf(story.state, story.process, story.now, unknown);
    expect(clocks.filter(({ step }) => step === 'RETURN')).toEqual([]);
    expect(story.at('2026-03-01').refuses(transport, toReturn(story))).toBeNull();
    expect(story.offers(transport, 'return.request')).toMatchObject([{ possible: true }]);
  });

  test('where no rule counts from the close, what was not provided for is not', () => {
    const others = Object.entries(base.deadlines).filter(([, { step }]) => step !== 'RETURN');
    const story = new Story({ ...base, deadlines: Object.fromEntries(others) }, { calendar }).handedOver();
    expect(story.refuses(transport, toReturn(story))).toBe('RETURN_NOT_PROVIDED');
    const [, late] = toldBoth(fromTheClose('PLAN'), handedOver);
    expect(shown(late, '2026-02-01').map(({ step }) => step)).not.toContain('CONTACT');
  });
});
