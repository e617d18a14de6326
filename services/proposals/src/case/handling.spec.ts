import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess, processOf } from '../testing/process-files.kit.js';
import { contactOn, LEAD_AND_CO, replyOn, Story } from '../testing/story.js';
import type { Command } from './commands.js';
import type { CaseEvents, CaseEventType } from './events.js';
import { fold } from './fold.js';

const base = baseProcess();
const { congress, government, transport, water, schools } = PEOPLE;
const told = (process: Process = base) => new Story(process);
const last = <Type extends CaseEventType>(story: Story, type: Type): CaseEvents[Type] => {
  const event = story.events.findLast((one) => one.type === type);
  if (!event) throw new Error(`${type} did not happen`);
  return event.payload as CaseEvents[Type];
};

describe('handling', () => {
  test('each assignment has its own clocks', () => {
    const story = told().handedOver(LEAD_AND_CO);
    expect(story.assignment().due).toMatchObject({ date: '2026-04-12', rule: 'reply' });
    expect(story.assignment(UNITS.water).due).toMatchObject({ date: '2026-02-12', rule: 'co-opinion' });
    expect(story.assignment().returnBy).toMatchObject({ date: '2026-01-19', anchorDate: '2026-01-12' });
    expect(last(story, 'proposal.handed_over').processVersion).toBe('base@1');
  });

  test.each([
    ['RESTART', '2026-04-14'],
    ['KEEP', '2026-04-12'],
  ] as const)('a return approved: another unit, its clock %s', (clock, date) => {
    const story = told({ ...base, returns: { ...base.returns, clock } }).handedOver();
    const { assignmentId } = story.assignment();
    story
      .does(transport, {
        kind: 'return.request',
        assignmentId,
        reason: '不属本单位职责。',
        proposedUnitId: UNITS.water,
      })
      .at('2026-01-14')
      .does(government, { kind: 'return.decide', assignmentId, decision: 'APPROVE' });
    expect(story.assignment()).toMatchObject({ phase: 'REASSIGNED', returns: [{ decision: 'APPROVED' }] });
    expect(story.assignment(UNITS.water)).toMatchObject({
      phase: 'HANDED_OVER',
      role: 'SOLE',
      round: 1,
      due: { date },
    });
  });

  test('a return refused goes back to where it was', () => {
    const story = told().acknowledged();
    const { assignmentId } = story.assignment();
    story
      .does(transport, { kind: 'return.request', assignmentId, reason: '不属本单位职责。' })
      .does(government, {
        kind: 'return.decide',
        assignmentId,
        decision: 'REFUSE',
        reason: '属你单位职责。',
      });
    expect(story.assignment().phase).toBe('ACKNOWLEDGED');
  });

  test('a return refused leaves a unit in handling that had been in touch', () => {
    const story = told().contacted();
    const { assignmentId } = story.assignment();
    const occurredAt = '2026-01-21T02:00:00.000Z';
    const asked = {
      assignmentId,
      reason: '不属本单位职责。',
      proposedUnitId: null,
      late: false,
      decideBy: null,
    };
    const refused = {
      assignmentId,
      decision: 'REFUSED' as const,
      reason: '属你单位职责。',
      replacement: null,
    };
    const state = fold([
      ...story.events,
      { type: 'return.requested', payload: asked, occurredAt },
      { type: 'return.decided', payload: refused, occurredAt },
    ]);
    expect(state.assignments[0]?.phase).toBe('IN_HANDLING');
  });

  test('a co-unit may leave without a successor', () => {
    const story = told().handedOver(LEAD_AND_CO);
    const { assignmentId } = story.assignment(UNITS.water);
    story
      .does(water, { kind: 'return.request', assignmentId, reason: '与本单位无关。' })
      .does(government, { kind: 'return.decide', assignmentId, decision: 'APPROVE' });
    expect(last(story, 'return.decided').replacement).toBeNull();
  });

  test('where a late return is accepted it is marked late', () => {
    const late = { ...base.deadlines.return, lateEffect: 'ACCEPT' } as never;
    const story = told({ ...base, deadlines: { ...base.deadlines, return: late } })
      .handedOver()
      .at('2026-02-01');
    story.does(transport, {
      kind: 'return.request',
      assignmentId: story.assignment().assignmentId,
      reason: '不属本单位职责。',
    });
    expect(last(story, 'return.requested').late).toBe(true);
  });

  test('an extension approved moves the date and explains itself; refused leaves it', () => {
    const story = told().acknowledged();
    const { assignmentId } = story.assignment();
    const ask: Command = {
      kind: 'extension.request',
      assignmentId,
      amount: 20,
      unit: 'WORKDAY',
      reason: '需要论证。',
    };
    story
      .does(transport, ask)
      .does(government, { kind: 'extension.decide', assignmentId, decision: 'REFUSE', reason: '可以按期。' });
    expect(story.assignment().due?.date).toBe('2026-04-12');
    story
      .does(transport, ask)
      .does(government, { kind: 'extension.decide', assignmentId, decision: 'APPROVE' });
    expect(story.assignment().due).toMatchObject({
      date: '2026-05-08',
      anchorDate: '2026-01-12',
      extensions: [{ amount: 20, unit: 'WORKDAY', from: '2026-04-12', to: '2026-05-08' }],
    });
  });

  test('what was said face to face, and by whom, is derived from who was there', () => {
    const story = told().contacted();
    const { assignmentId } = story.assignment();
    const participants = [
      { role: 'PROPOSER', name: '张代表', personId: null, mandateId: MANDATES.lead },
      { role: 'UNIT_HEAD', name: '王局长', personId: null, mandateId: null },
    ];
    story
      .at('2026-03-02')
      .does(transport, contactOn(assignmentId, { phase: 'AT_REPLY', channel: 'STATION', participants }))
      .does(transport, replyOn(assignmentId));
    expect(last(story, 'reply.issued')).toMatchObject({
      faceToFace: true,
      byHead: true,
      onTime: true,
      dueAt: '2026-04-12',
    });
    expect(last(story, 'reply.issued').warnings).toEqual(['contact-during-handling']);
  });

  test('a guard in mode OFF is silent, in WARN recorded', () => {
    const guard = { ...base.guards['contact-before-handling'], mode: 'WARN' } as never;
    const story = told({
      ...base,
      guards: { ...base.guards, 'contact-before-handling': guard },
    }).acknowledged();
    story.at('2026-05-01').does(transport, replyOn(story.assignment().assignmentId));
    expect(last(story, 'reply.issued')).toMatchObject({ onTime: false });
    expect(last(story, 'reply.issued').warnings).toContain('contact-before-handling');
  });

  test('interim before, follow-up after; only the formal reply carries the answer', () => {
    const story = told().contacted();
    const { assignmentId } = story.assignment();
    story
      .does(transport, replyOn(assignmentId, { replyKind: 'INTERIM', claimedClass: null }))
      .does(transport, replyOn(assignmentId))
      .does(transport, replyOn(assignmentId, { replyKind: 'FOLLOW_UP', claimedClass: null }));
    expect(story.state.replies.map((one) => one.kind)).toEqual(['INTERIM', 'FORMAL', 'FOLLOW_UP']);
    expect(story.offers(transport, 'reply.issue', 'FORMAL')[0]).toMatchObject({
      possible: false,
      refusalCode: 'FORMAL_REPLY_EXISTS',
    });
  });
});

describe('four facts with four dates', () => {
  test('answered, closed, solved and satisfied are told apart', () => {
    const { state } = told().closed();
    expect(
      [state.repliedAt, state.solvedAt, state.satisfiedAt, state.closedAt].map((at) => at?.slice(0, 10)),
    ).toEqual(['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06']);
  });

  test('class and satisfaction are independent: C, satisfied, not solved', () => {
    const { state } = told(processOf('base', 'hunan', 'hengyang').process ?? base).closed('C');
    expect(state.solvedAt).toBeNull();
    expect(state.satisfiedAt).not.toBeNull();
    expect(state.entries).toEqual([]);
  });

  test('separate units: answered when the last one has answered', () => {
    const story = told({ ...base, guards: {} }).handedOver([
      { unitId: UNITS.transport, role: 'SEPARATE' },
      { unitId: UNITS.schools, role: 'SEPARATE' },
    ]);
    story.at('2026-02-01').does(transport, replyOn(story.assignment().assignmentId));
    expect(story.state.repliedAt).toBeNull();
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBe('REPLIES_OUTSTANDING');
    story.at('2026-02-05').does(schools, replyOn(story.assignment(UNITS.schools).assignmentId));
    expect(story.state.repliedAt?.slice(0, 10)).toBe('2026-02-05');
  });
});
