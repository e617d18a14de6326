import { describe, expect, test } from '@jest/globals';
import type { Command } from './commands.js';
import type { CaseEvents, CaseEventType } from './events.js';
import type { Process } from './process.js';
import { id, MANDATES, PEOPLE, UNITS } from './testing/people.js';
import { baseProcess, processOf } from './testing/process-files.kit.js';
import { contactOn, DRAFT, rate, replyOn, Story } from './testing/story.js';

const base = baseProcess();
const { lead, second, third, congress, government, transport, water, schools } = PEOPLE;
const told = (process: Process = base) => new Story(process);
const last = <Type extends CaseEventType>(story: Story, type: Type): CaseEvents[Type] => {
  const event = story.events.findLast((one) => one.type === type);
  if (!event) throw new Error(`${type} did not happen`);
  return event.payload as CaseEvents[Type];
};

describe('intake', () => {
  test('a text changed after a signature has to be signed again; who does not answer lapses', () => {
    const story = told()
      .drafted()
      .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second })
      .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.third })
      .does(second, { kind: 'cosigner.confirm' })
      .does(third, { kind: 'cosigner.confirm' })
      .at('2026-01-06')
      .does(lead, { kind: 'proposal.revise', body: '改写后的正文。' });
    expect(story.state.cosignatures.map((one) => one.status)).toEqual(['INVITED', 'INVITED']);
    story.does(second, { kind: 'cosigner.confirm' }).does(lead, { kind: 'proposal.submit' });
    expect(story.state.snapshot).toMatchObject({
      version: 2,
      body: '改写后的正文。',
      cosignerIds: [MANDATES.second],
    });
    expect(story.state.cosignatures.map((one) => one.status)).toEqual(['CONFIRMED', 'LAPSED']);
  });

  test('sent back, revised, submitted again: both snapshots stay', () => {
    const story = told().submitted().does(congress, {
      kind: 'review.decide',
      stage: 'office',
      verdict: 'REQUEST_REVISION',
      reasonCode: 'not-specific',
    });
    expect(last(story, 'review.decided').canonicalReason).toBe('NOT_SPECIFIC');
    story
      .does(lead, { kind: 'proposal.revise', title: '关于增设公交站的建议' })
      .does(lead, { kind: 'proposal.submit' });
    expect(story.state.snapshots.map((one) => one.version)).toEqual([1, 2]);
    expect([story.state.phase, story.state.reviewStage]).toEqual(['SUBMITTED', 0]);
  });

  test('three stages in order; the last acceptance accepts', () => {
    const office = base.review.stages.office;
    if (!office) throw new Error('the base has it');
    const stages = {
      third: { ...office, order: 3 },
      first: { ...office, order: 1 },
      second: { ...office, order: 2 },
    };
    const story = told({ ...base, review: { ...base.review, stages } }).submitted();
    for (const stage of ['first', 'second', 'third']) {
      expect(story.refuses(congress, { kind: 'proposal.docket', year: 2026 })).toBe('REVIEW_NOT_FINISHED');
      story.does(congress, { kind: 'review.decide', stage, verdict: 'ACCEPT' });
    }
    expect(story.state.phase).toBe('ACCEPTED');
  });

  test('docketing draws the number and says what the case is', () => {
    const story = told()
      .drafted()
      .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second })
      .does(second, { kind: 'cosigner.confirm' })
      .does(lead, { kind: 'proposal.submit' })
      .does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' })
      .does(congress, { kind: 'proposal.docket', year: 2026, term: 14, session: 3 });
    expect(last(story, 'proposal.docketed')).toMatchObject({
      caseNumber: '2026年会字第0007号',
      series: 'NPC_SUGGESTION/会字/2026',
      serial: 7,
      canonicalCategory: 'URBAN_CONSTRUCTION',
      proposerType: 'JOINT',
    });
  });

  test('the office enters a paper draft and signature for the deputies', () => {
    const paper = { source: 'PAPER' as const };
    const story = told()
      .does(congress, { ...DRAFT, leadProposerId: MANDATES.lead } as Command, paper)
      .does(congress, { kind: 'cosigner.invite', mandateId: MANDATES.second }, paper)
      .does(congress, { kind: 'cosigner.confirm', mandateId: MANDATES.second }, paper);
    expect(story.state).toMatchObject({ source: 'PAPER', leadProposerId: MANDATES.lead });
    expect(story.refuses(congress, { kind: 'proposal.submit' })).toBe('NOT_LEAD_PROPOSER');
  });

  test('merged into another case: the number stays, each author is answered', () => {
    const into = {
      proposalId: id(2),
      kind: 'NPC_SUGGESTION',
      phase: 'HANDED_OVER',
      caseNumber: '甲',
      authorIds: [],
    } as const;
    const story = told()
      .docketed()
      .does(congress, { kind: 'proposal.merge', intoId: id(2) }, { other: into });
    story.does(transport, { kind: 'merged.answer', replyId: id(9), documentNumber: '交函〔2026〕1号' });
    expect(story.state).toMatchObject({
      phase: 'MERGED',
      mergedInto: { proposalId: id(2) },
      docketing: { serial: 7 },
    });
    expect(story.state.answers).toHaveLength(1);
    expect(last(story, 'merged.answered').authorIds).toEqual([MANDATES.lead]);
  });

  test('who takes another case in answers its authors too', () => {
    const from = {
      proposalId: id(2),
      kind: 'NPC_SUGGESTION',
      phase: 'MERGED',
      caseNumber: '乙',
      authorIds: [MANDATES.third],
    } as const;
    const story = told()
      .contacted()
      .does(congress, { kind: 'proposal.absorb', fromId: id(2) }, { other: from });
    story.does(transport, replyOn(story.assignment().assignmentId));
    expect(story.reply().addresseeIds).toEqual([MANDATES.lead, MANDATES.third]);
  });

  test('withdrawal in writing ends the handling at once and stays in the record', () => {
    const story = told().confirmed('B').does(lead, { kind: 'proposal.withdraw', letter: '本人申请撤回。' });
    expect(story.state).toMatchObject({ phase: 'WITHDRAWN', withdrawal: { byMandateId: MANDATES.lead } });
    expect([story.assignment().phase, story.entry().phase]).toEqual(['ENDED', 'ENDED']);
    expect(story.state.replies).toHaveLength(1);
  });
});

describe('handling', () => {
  test('each assignment has its own clocks', () => {
    const story = told().handedOver([
      { unitId: UNITS.transport, role: 'LEAD' },
      { unitId: UNITS.water, role: 'CO' },
    ]);
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

  test('a co-unit may leave without a successor', () => {
    const story = told().handedOver([
      { unitId: UNITS.transport, role: 'LEAD' },
      { unitId: UNITS.water, role: 'CO' },
    ]);
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

describe('second handling', () => {
  const again = (story: Story): Story => {
    const { assignmentId } = story.assignment();
    return story
      .does(transport, { kind: 'assignment.acknowledge', assignmentId })
      .does(transport, contactOn(assignmentId))
      .does(transport, replyOn(assignmentId))
      .does(congress, { kind: 'class.confirm', assignmentId, class: 'A' });
  };

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
    const story = again(told().rated('DISSATISFIED'));
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
      story = again(story);
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
    const story = told(process).handedOver([
      { unitId: UNITS.transport, role: 'LEAD' },
      { unitId: UNITS.water, role: 'CO' },
    ]);
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
