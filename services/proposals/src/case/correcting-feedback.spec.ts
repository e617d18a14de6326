import { addDays } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { clocksOf } from '../clocks/clocks-of.js';
import type { Process } from '../process/process.js';
import { PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { correct, rate, Story } from '../testing/story.js';

const base = baseProcess();
const { congress, lead, second } = PEOPLE;
const correcting = (correction: Partial<Process['feedback']['correction']>): Process => ({
  ...base,
  feedback: { ...base.feedback, correction: { ...base.feedback.correction, ...correction } },
});
const told = (level = 'SATISFIED', process = base) => new Story(process).rated(level);
const levels = ({ state }: Story, which: 'feedback' | 'formerFeedback' = 'feedback') =>
  state[which].map(({ axis, level }) => `${axis} ${level}`);

describe('a form that was given by mistake', () => {
  test('another one takes its place with the reason; the one before stays', () => {
    const story = told();
    const [attitude, result] = story.state.feedback;
    story.does(lead, correct(story.reply().replyId, 'BASICALLY_SATISFIED', '勾选有误。'));
    expect(levels(story)).toEqual(['ATTITUDE SATISFIED', 'RESULT BASICALLY_SATISFIED']);
    expect(story.state.feedback.map(({ replaces, reason }) => [replaces, reason])).toEqual([
      [attitude?.feedbackId, '勾选有误。'],
      [result?.feedbackId, '勾选有误。'],
    ]);
    expect(story.state.formerFeedback).toEqual([attitude, result]);
    expect(story.events.filter(({ type }) => type === 'feedback.given')).toHaveLength(2);
  });

  test('dissatisfied now, it opens the next round; satisfied again, that round goes on', () => {
    const story = told();
    expect(story.state.satisfiedAt).not.toBeNull();
    const { replyId } = story.reply();
    story.does(lead, correct(replyId, 'DISSATISFIED'));
    expect(story.assignment()).toMatchObject({ round: 2, origin: 'REHANDLING', phase: 'HANDED_OVER' });
    expect(story.state.satisfiedAt).toBeNull();
    story.does(lead, correct(replyId, 'SATISFIED'));
    expect(story.assignment().round).toBe(2);
    story.does(lead, correct(replyId, 'DISSATISFIED'));
    expect(story.assignment().round).toBe(2);
    expect(story.state.formerFeedback).toHaveLength(6);
  });

  test('the time for it counts from the first form, and ends with the case', () => {
    const story = told('SATISFIED', correcting({ within: { amount: 2, unit: 'DAY' } }));
    const rated = story.now.slice(0, 10);
    const { replyId } = story.reply();
    story.at(addDays(rated, 2)).does(lead, correct(replyId, 'BASICALLY_SATISFIED'));
    expect(story.offers(lead, 'feedback.correct')).toMatchObject([{ possible: true }]);
    story.at(addDays(rated, 3));
    expect(story.refuses(lead, correct(replyId, 'SATISFIED'))).toBe('FEEDBACK_CORRECTION_CLOSED');
    expect(story.offers(lead, 'feedback.correct')).toMatchObject([{ possible: false }]);
    const closed = told().does(congress, { kind: 'proposal.close' });
    expect(closed.refuses(lead, correct(closed.reply().replyId, 'DISSATISFIED'))).toBe('WRONG_PHASE');
  });

  test.each([
    ['its author where only offices correct', { by: ['OFFICE'] }, lead, 'FEEDBACK_NOT_CORRECTABLE'],
    ['an office on line, in nobody’s name', { by: ['OFFICE'] }, congress, 'NOT_RESPONDENT'],
    ['another deputy', {}, second, 'FEEDBACK_NOT_GIVEN'],
  ] as const)('is not corrected by %s', (_, correction, viewer, code) => {
    const story = told('SATISFIED', correcting(correction));
    expect(story.refuses(viewer, correct(story.reply().replyId, 'DISSATISFIED'))).toBe(code);
  });

  test('the clock of the form was met when it was first given', () => {
    const story = told();
    const first = story.now;
    story.at(addDays(first.slice(0, 10), 5)).does(lead, correct(story.reply().replyId, 'DISSATISFIED'));
    const clocks = clocksOf(story.state, base, story.now, story.context());
    expect(clocks.find(({ step }) => step === 'FEEDBACK')).toMatchObject({ doneAt: first });
  });

  test('who has not rated cannot correct, and a second form is still refused', () => {
    const story = new Story(base).replied();
    expect(story.refuses(lead, correct(story.reply().replyId, 'SATISFIED'))).toBe('FEEDBACK_NOT_GIVEN');
    const twice = told();
    expect(twice.refuses(lead, rate(twice.reply().replyId, 'DISSATISFIED'))).toBe('FEEDBACK_ALREADY_GIVEN');
  });
});
