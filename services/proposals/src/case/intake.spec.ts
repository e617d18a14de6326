import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { id, MANDATES, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { DRAFT, replyOn, Story } from '../testing/story.js';
import type { Command } from './commands.js';
import type { CaseEvents, CaseEventType } from './events.js';

const base = baseProcess();
const { lead, second, third, congress, transport } = PEOPLE;
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
