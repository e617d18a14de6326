import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { LEAD_AND_CO, rate, replyOn, Story } from '../testing/story.js';

const base = baseProcess();
const { lead, second, congress, government, transport } = PEOPLE;
const told = (process: Process = base) => new Story(process);
describe('second handling', () => {
  test('dissatisfied: the next round opens in the same decision, with its own clock', () => {
    const story = told().rated('DISSATISFIED');
    expect(story.events.slice(-3).map((one) => one.type)).toEqual([
      'feedback.given',
      'feedback.given',
      'round.opened',
    ]);
    expect(story.assignment()).toMatchObject({
      round: 2,
      origin: 'REHANDLING',
      phase: 'HANDED_OVER',
      returnBy: null,
      due: { date: '2026-04-05', rule: 'rehandling' },
    });
    expect(story.state.assignments[0]).toMatchObject({ round: 1, phase: 'CLOSED' });
    expect(story.state.satisfiedAt).toBeNull();
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBe('REPLIES_OUTSTANDING');
  });

  test('satisfied in the second round: closed, and both ratings stay', () => {
    const story = told().rated('DISSATISFIED').answeredAgain();
    story
      .does(lead, rate(story.reply().replyId, 'BASICALLY_SATISFIED'))
      .does(congress, { kind: 'proposal.close' });
    expect(story.state.feedback.map((one) => [one.round, one.axis, one.canonicalLevel])).toEqual([
      [1, 'ATTITUDE', 'SATISFIED'],
      [1, 'RESULT', 'DISSATISFIED'],
      [2, 'ATTITUDE', 'SATISFIED'],
      [2, 'RESULT', 'BASICALLY_SATISFIED'],
    ]);
    expect(story.state.satisfiedAt).not.toBeNull();
  });

  test('after the last round it ends, dissatisfied', () => {
    let story = told().rated('DISSATISFIED');
    for (const round of [2, 3]) {
      expect(story.assignment().round).toBe(round);
      story = story.answeredAgain();
      story.does(lead, rate(story.reply().replyId, 'DISSATISFIED'));
    }
    expect(story.assignment()).toMatchObject({ round: 3, phase: 'RATED' });
    story.does(congress, { kind: 'proposal.close' });
    expect(story.state.satisfiedAt).toBeNull();
  });

  test('dissatisfied with the attitude alone is enough', () => {
    const story = told().confirmed();
    story.does(lead, rate(story.reply().replyId, 'SATISFIED', 'DISSATISFIED'));
    expect(story.assignment().round).toBe(2);
  });

  test('with co-units where the process says so', () => {
    const process = { ...base, guards: {}, rehandling: { ...base.rehandling, withCoUnits: true } };
    const story = told(process).handedOver(LEAD_AND_CO);
    story.does(transport, replyOn(story.assignment().assignmentId));
    story.does(lead, rate(story.reply().replyId, 'DISSATISFIED'));
    const second = story.state.assignments.filter((one) => one.round === 2);
    expect(second.map((one) => [one.unitId, one.role])).toEqual([
      [UNITS.transport, 'LEAD'],
      [UNITS.water, 'CO'],
    ]);
  });

  test('every proposer rates where the process says so, each once; one dissatisfied is enough', () => {
    const process = {
      ...base,
      guards: {},
      feedback: { ...base.feedback, respondents: 'EVERY_PROPOSER' as const },
    };
    const story = told(process)
      .drafted()
      .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second })
      .does(second, { kind: 'cosigner.confirm' })
      .does(lead, { kind: 'proposal.submit' })
      .does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' })
      .does(congress, { kind: 'proposal.docket', year: 2026 })
      .does(government, { kind: 'units.allocate', assignments: [{ unitId: UNITS.transport, role: 'SOLE' }] })
      .does(government, { kind: 'proposal.hand_over' });
    story.does(transport, replyOn(story.assignment().assignmentId));
    const { replyId } = story.reply();
    story.does(second, rate(replyId, 'DISSATISFIED')).does(lead, rate(replyId, 'DISSATISFIED'));
    expect(story.events.filter((one) => one.type === 'round.opened')).toHaveLength(1);
    expect(story.state.feedback).toHaveLength(4);
  });
});
