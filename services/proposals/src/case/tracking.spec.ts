import { describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { replyOn, Story } from '../testing/story.js';
import type { Command } from './commands.js';

const { lead, congress, transport } = PEOPLE;
const told = () => new Story(baseProcess());
const evidence = [{ title: '竣工验收单', reference: '档案〔2026〕5号' }];

const on = (story: Story, kind: string, also: object = {}): Command =>
  ({ kind, entryId: story.entry().entryId, ...also }) as Command;
const claimed = (story: Story) =>
  story
    .at('2026-06-01')
    .does(transport, on(story, 'entry.progress', { text: '已立项。' }))
    .does(transport, on(story, 'entry.claim_done', { text: '已建成。', evidence }));

describe('the register of what is not yet solved', () => {
  test.each([
    ['A', 0],
    ['B', 1],
    ['C', 0],
    ['D', 0],
  ])('class %s registers %i entries', (local, count) => {
    expect(told().confirmed(local).state.entries).toHaveLength(count);
  });

  test('an entry is registered by the confirmation, with number and due date', () => {
    const story = told().confirmed('B');
    expect(story.entry()).toMatchObject({
      registerNumber: '2026-0003',
      originYear: 2026,
      outcomes: ['IN_PROGRESS', 'PLANNED'],
      phase: 'REGISTERED',
      due: { date: '2027-03-03', rule: 'tracking', anchorDate: '2026-03-03' },
    });
    expect(story.state.solvedAt).toBeNull();
  });

  test('struck off with evidence and confirmation: only then solved', () => {
    const story = claimed(told().closed('B'));
    story.does(congress, on(story, 'entry.refuse_claim', { reason: '现场尚未完工。' }));
    expect(story.entry().phase).toBe('IN_PROGRESS');
    claimed(story).does(lead, on(story, 'entry.confirm'));
    expect(story.state.solvedAt).toBeNull();
    story.at('2026-06-03').does(congress, on(story, 'entry.strike_off'));
    expect(story.entry()).toMatchObject({ phase: 'STRUCK_OFF', struckOffAt: story.now });
    expect(story.reply()).toMatchObject({ confirmedClass: 'A', outcomes: ['SOLVED'] });
    expect(story.reply().classHistory.map((one) => [one.class, one.by])).toEqual([
      ['B', 'CLAIM'],
      ['B', 'CONFIRMATION'],
      ['A', 'TRACKING'],
    ]);
    expect(story.state.solvedAt).toBe(story.now);
  });

  test('carried over year by year, the count of years grows', () => {
    const story = told().closed('B').at('2026-12-31');
    story.does(congress, on(story, 'entry.roll_over', { toYear: 2027 }));
    expect(story.refuses(congress, on(story, 'entry.roll_over', { toYear: 2028 }))).toBe('YEAR_NOT_NEXT');
    story.at('2027-12-31').does(congress, on(story, 'entry.roll_over', { toYear: 2028 }));
    expect(story.entry()).toMatchObject({
      originYear: 2026,
      year: 2028,
      yearsCarried: 2,
      phase: 'ROLLED_OVER',
    });
  });

  test('a claim that waits is carried over and goes on waiting', () => {
    const story = claimed(told().closed('B'));
    story.does(congress, on(story, 'entry.roll_over', { toYear: 2027 }));
    expect(story.entry()).toMatchObject({ phase: 'CLAIMED_DONE', year: 2027 });
  });

  test('handed over again in a later year: same unit, new round, the case is handled again', () => {
    const story = told().closed('B').at('2027-01-15');
    story.does(congress, on(story, 'entry.rehand'));
    expect(story.state.phase).toBe('HANDED_OVER');
    expect(story.assignment()).toMatchObject({
      round: 2,
      origin: 'REHAND',
      due: { date: '2027-04-15', rule: 'reply' },
    });
    story.answeredAgain();
    expect(story.entry().phase).toBe('REHANDED');
    expect(story.state.solvedAt).toBeNull();
    story
      .does(transport, on(story, 'entry.claim_done', { text: '已建成。', evidence }))
      .does(congress, on(story, 'entry.confirm'))
      .does(congress, on(story, 'entry.strike_off'));
    expect(story.state.solvedAt).not.toBeNull();
  });

  test('downgraded with a reason: the class changes, the entry ends', () => {
    const story = told().closed('B');
    story.does(congress, on(story, 'entry.downgrade', { class: 'C', reason: '上级政策调整,暂不具备条件。' }));
    expect(story.entry().phase).toBe('DOWNGRADED');
    expect(story.reply()).toMatchObject({ confirmedClass: 'C', outcomes: ['DEFERRED'] });
  });

  test('an entry open from the first round is not registered twice in the second', () => {
    const story = told().rated('DISSATISFIED', 'B');
    story.answeredAgain('B');
    expect(story.state.entries).toHaveLength(1);
  });
});

describe('a case from an old ledger', () => {
  test('needs no acknowledgement, no contact and no windows, and keeps its number', () => {
    const ledger = { source: 'LEDGER' as const };
    const story = told().at('2030-01-01');
    const step = (command: object, on: string) =>
      story.does(congress, { ...command, occurredAt: `${on}T00:00:00+08:00` } as Command, ledger);
    const { kind, ...draft } = {
      kind: 'proposal.draft',
      proposalId: 'p',
      proposalKind: 'NPC_SUGGESTION',
      period: 'IN_SESSION',
      proposerType: 'INDIVIDUAL',
      title: '旧建议',
      body: '旧建议正文',
      category: 'roads',
      leadProposerId: lead.mandateId,
    };
    step({ kind, ...draft }, '2023-01-05');
    step({ kind: 'proposal.submit' }, '2023-01-05');
    step({ kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' }, '2023-01-06');
    step({ kind: 'proposal.docket', year: 2023, caseNumber: '第0088号' }, '2023-01-06');
    step({ kind: 'units.allocate', assignments: [{ unitId: transport.unitId, role: 'SOLE' }] }, '2023-02-01');
    step({ kind: 'proposal.hand_over' }, '2023-02-01');
    const { assignmentId } = story.assignment();
    step(replyOn(assignmentId, { claimedClass: 'B' }), '2023-06-01');
    step({ kind: 'class.confirm', assignmentId, class: 'B' }, '2023-06-01');
    step({ kind: 'proposal.close' }, '2023-06-02');
    expect(story.state).toMatchObject({
      phase: 'CLOSED',
      docketing: { caseNumber: '第0088号', serial: null },
    });
    expect(story.entry().registerNumber).toBe('2023-0003');
    expect(story.state.closedAt).toBe('2023-06-01T16:00:00.000Z');
    expect(story.refuses(lead, { kind: 'proposal.submit' }, ledger)).toBe('SOURCE_NOT_ALLOWED');
  });
});
