import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { checkSecondRound } from '../process/second-round.js';
import { byPoints, points, requiring } from '../testing/answering.kit.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { rate, replyOn, Story } from '../testing/story.js';
import { feedbackStatus, stillToRate } from './feedback-status.js';

const base = baseProcess();
const { congress, government, lead, transport } = PEOPLE;
const OTHERS = ['low-quality', 'poor-effect', 'public-dissatisfied', 'high-attention'] as const;

describe('an office has a case handled again, whatever the rating says', () => {
  test.each([
    ['LN-21 质量不高', 'low-quality', 'LOW_QUALITY'],
    ['SY-26 回炉: 办理效果不佳、举措不实', 'poor-effect', 'POOR_EFFECT'],
    ['SY-26 回炉: 群众不满意', 'public-dissatisfied', 'PUBLIC_DISSATISFIED'],
    ['LC-14 社会关注度高', 'high-attention', 'HIGH_ATTENTION'],
  ])('%s: %s opens a round for %s', (_, trigger, reason) => {
    const story = new Story(base)
      .rated('SATISFIED')
      .does(congress, requiring(new Story(base).replied(), trigger));
    expect(story.assignment()).toMatchObject({
      round: 2,
      origin: 'REHANDLING',
      due: { rule: 'rehandling' },
      reopened: { reason, trigger, note: expect.any(String) },
    });
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBe('REPLIES_OUTSTANDING');
  });

  test('LN-21 不满意: a rating opens it by itself, and says so', () => {
    const story = new Story(base).rated('DISSATISFIED');
    expect(story.assignment().reopened).toEqual({ reason: 'DISSATISFIED', trigger: null, note: null });
  });

  test('SY-26 a case that was closed comes back, and is closed again', () => {
    const story = new Story(base).closed().at('2026-04-01');
    story.does(congress, requiring(story));
    expect(story.state).toMatchObject({ phase: 'HANDED_OVER', closedAt: null });
    story.answeredAgain();
    story.does(lead, rate(story.reply().replyId, 'SATISFIED')).does(congress, { kind: 'proposal.close' });
    expect(story.state.phase).toBe('CLOSED');
  });

  test('a case withdrawn in a later round is neither answered nor solved by that', () => {
    const separate = [UNITS.transport, UNITS.schools].map((unitId) => ({
      unitId,
      role: 'SEPARATE' as const,
    }));
    const open = new Story(base).handedOver(separate).at('2026-01-13').answeredAgain();
    open.does(lead, rate(open.reply().replyId, 'DISSATISFIED'));
    expect(open.assignment()).toMatchObject({ round: 2, repliedAt: null });
    open.does(lead, { kind: 'proposal.withdraw', letter: '本人申请撤回。' });
    expect(open.state).toMatchObject({ phase: 'WITHDRAWN', repliedAt: null, solvedAt: null });

    const closed = new Story(base).closed();
    expect(closed.state).toMatchObject({
      repliedAt: '2026-03-02T02:00:00.000Z',
      solvedAt: expect.any(String),
    });
    closed.at('2026-04-01').does(congress, requiring(closed));
    closed.at('2026-04-02').does(lead, { kind: 'proposal.withdraw', letter: '本人申请撤回。' });
    expect(closed.state).toMatchObject({
      repliedAt: '2026-03-02T02:00:00.000Z',
      solvedAt: null,
      satisfiedAt: null,
    });
  });

  test.each<[string, (story: Story) => Story, typeof congress, string, string | null]>([
    [
      'before it is answered',
      (story) => story.contacted(),
      congress,
      'low-quality',
      'ASSIGNMENT_WRONG_PHASE',
    ],
    ['for a reason nobody knows', (story) => story.replied(), congress, 'boring', 'REASON_UNKNOWN'],
    ['by a role that may not', (story) => story.replied(), government, 'low-quality', 'NOT_APPROVER'],
    ['by the unit itself', (story) => story.replied(), transport, 'low-quality', 'ROLE_NOT_ALLOWED'],
    ['before anybody rates', (story) => story.replied(), congress, 'low-quality', null],
  ])('%s', (_, tell, who, trigger, expected) => {
    const story = tell(new Story(base));
    expect(story.refuses(who, requiring(story, trigger))).toBe(expected);
  });

  test('once the round is open, it is not opened again', () => {
    const story = new Story(base).replied();
    const first = requiring(story);
    story.does(congress, first);
    expect(story.refuses(congress, first)).toBe('ASSIGNMENT_WRONG_PHASE');
  });

  test('each round has a due date of its own', () => {
    const rule = { ...base.deadlines.rehandling, amount: 10, when: 'assignment.round == 3' };
    const deadlines = { ...base.deadlines, third: rule } as Process['deadlines'];
    const story = new Story({ ...base, guards: {}, deadlines }).replied().at('2026-03-02');
    story.does(congress, requiring(story));
    expect(story.assignment().due).toMatchObject({ rule: 'rehandling', date: '2026-04-02' });
    story.does(transport, replyOn(story.assignment().assignmentId));
    story.does(congress, requiring(story));
    expect(story.assignment()).toMatchObject({ round: 3, due: { rule: 'third', date: '2027-01-02' } });
  });

  test.each(OTHERS)('%s: an empty list of who may find it is no process', (code) => {
    const triggers = { ...base.rehandling.triggers, [code]: { ...base.rehandling.triggers[code], by: [] } };
    const told: string[] = [];
    const parts = { ...base, rehandling: { ...base.rehandling, triggers } } as Process;
    checkSecondRound(parts, (path) => told.push(path.join('.')));
    expect(told).toEqual([`rehandling.triggers.${code}.by`]);
  });
});

describe('axes of a locality’s own, in points', () => {
  const rated = (...given: number[]) => {
    const story = new Story(byPoints(base)).confirmed();
    return story.does(lead, points(story.reply().replyId, ...given));
  };

  test.each([
    ['full marks', [10, 30, 50, 10], 1, ['SATISFIED', 'SATISFIED', 'SATISFIED', 'SATISFIED']],
    ['exactly ninety', [10, 27, 45, 8], 1, ['SATISFIED', 'SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED']],
    [
      'one less: a third handover, as the city does',
      [10, 27, 44, 8],
      2,
      ['SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'BASICALLY_SATISFIED'],
    ],
    ['nothing', [0, 0, 0, 0], 2, Array(4).fill('DISSATISFIED')],
  ])('%s', (_, given, round, levels) => {
    const story = rated(...given);
    expect(story.assignment().round).toBe(round);
    expect(story.state.feedback.map(({ canonicalLevel }) => canonicalLevel)).toEqual(levels);
    expect(story.state.feedback.map(({ axis }) => axis)).toEqual(['OTHER', 'OTHER', 'RESULT', 'OTHER']);
    expect(story.assignment().reopened?.reason ?? null).toBe(round === 2 ? 'LOW_SCORE' : null);
  });

  test.each<[string, object[], string]>([
    ['an axis left out', [{ ownAxis: 'face', points: 3 }], 'FEEDBACK_AXIS_MISSING'],
    ['an axis nobody knows', [{ ownAxis: 'beauty', points: 3 }], 'FEEDBACK_AXIS_UNKNOWN'],
    ['an axis that is not rated here', [{ axis: 'ATTITUDE', level: 'SATISFIED' }], 'FEEDBACK_AXIS_UNKNOWN'],
  ])('%s', (_, ratings, code) => {
    const story = new Story(byPoints(base)).confirmed();
    const { replyId } = story.reply();
    expect(story.refuses(lead, { kind: 'feedback.give', replyId, ratings } as never)).toBe(code);
  });

  test.each([
    ['half a point', 9.5],
    ['less than none', -1],
    ['more than there are', 11],
  ])('%s', (_, given) => {
    const story = new Story(byPoints(base)).confirmed();
    expect(story.refuses(lead, points(story.reply().replyId, given, 30, 50, 10))).toBe('POINTS_OUT_OF_RANGE');
  });

  test.each<[string, (process: Process) => Process, string]>([
    [
      'the same axis twice',
      (one) => ({ ...one, feedback: { ...one.feedback, axes: ['RESULT'] } }),
      'feedback.ownAxes.effect',
    ],
    [
      'more points than there are',
      (one) => ({ ...one, rehandling: { ...one.rehandling, belowPoints: 101 } }),
      'rehandling.belowPoints',
    ],
    [
      'a round for what is not rated',
      (one) => ({ ...one, rehandling: { ...one.rehandling, axes: ['ATTITUDE'] } }),
      'rehandling.axes',
    ],
  ])('refused: %s', (_, change, path) => {
    const told: string[] = [];
    checkSecondRound(change(byPoints(base)), (one) => told.push(one.join('.')));
    expect(told).toEqual([path]);
  });
});

describe('who does not answer is shown, and stops nothing', () => {
  const everybody = { ...base, feedback: { ...base.feedback, respondents: 'EVERY_PROPOSER' as const } };
  const statusOf = (story: Story) => feedbackStatus(story.process, story.state, story.reply(), story.now);

  test('waiting, lapsed, and closed all the same', () => {
    const story = new Story(base).confirmed();
    expect(statusOf(story)).toBe('WAITING');
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBe('FEEDBACK_OUTSTANDING');
    story.at('2026-04-30');
    expect(statusOf(story)).toBe('LAPSED');
    expect(stillToRate(base, story.state, story.reply())).toEqual([MANDATES.lead]);
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBeNull();
  });

  test('given, in part, and an interim reply is nobody’s to rate', () => {
    const story = new Story(base).rated();
    expect(statusOf(story)).toBe('GIVEN');
    const state = {
      ...story.state,
      snapshot: { ...story.state.snapshot, cosignerIds: [MANDATES.second] },
    } as never;
    expect(feedbackStatus(everybody, state, story.reply(), story.now)).toBe('PARTLY');
    expect(feedbackStatus(base, story.state, { ...story.reply(), kind: 'INTERIM' }, story.now)).toBeNull();
  });
});
