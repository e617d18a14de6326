import { describe, expect, test } from '@jest/globals';
import type { ReviewStage } from '../process/review.js';
import { id, MANDATES, PEOPLE, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { preReview, stage, withStages } from '../testing/review-process.kit.js';
import { Story } from '../testing/story.js';
import type { Command } from './commands.js';
import type { OtherCase } from './context.js';
import type { ReviewVerdict } from './vocabulary.js';

const base = baseProcess();
const { lead, congress } = PEOPLE;
const reviewers = [1, 2, 3, 4].map((number) =>
  viewerAs('DOCKET_REVIEWER', { accountId: id(400 + number), grantId: id(500 + number) }),
);
const [first, second, third, fourth] = reviewers as [typeof lead, typeof lead, typeof lead, typeof lead];
const preReviewer = viewerAs('PRE_REVIEWER', { accountId: id(410) });

const told = (stages: Record<string, ReviewStage>) => new Story(withStages(base, stages));
const verdict = (code: string, given: ReviewVerdict, also: object = {}): Command =>
  ({ kind: 'review.decide', stage: code, verdict: given, reasonCode: 'other', ...also }) as Command;
const submit: Command = { kind: 'proposal.submit' };
const preSubmit: Command = { kind: 'proposal.pre_submit' };
const docket: Command = { kind: 'proposal.docket', year: 2026 };

describe('review stages in order', () => {
  test('LC-08 three-level review: docketing after stage 2 of 3 is refused (T17)', () => {
    const story = told({
      plenary: stage({ order: 1, body: 'CPPCC_PLENARY' }),
      after: stage({ order: 2, body: 'CPPCC_PROPOSAL_COMMITTEE' }),
      joint: stage({ order: 3 }),
    }).submitted();
    for (const code of ['plenary', 'after']) story.does(congress, verdict(code, 'ACCEPT'));
    expect(story.refuses(congress, docket)).toBe('REVIEW_NOT_FINISHED');
    expect(story.state.reviews.map((one) => one.body)).toEqual(['CPPCC_PLENARY', 'CPPCC_PROPOSAL_COMMITTEE']);
    story.does(congress, verdict('joint', 'ACCEPT')).does(congress, docket);
    expect(story.state.phase).toBe('DOCKETED');
  });

  test('QH-15 two layers with reviewers of their own: the second waits for the first', () => {
    const delegation = viewerAs('DELEGATION_REVIEWER', { accountId: id(420) });
    const motions = viewerAs('MOTIONS_GROUP_REVIEWER', { accountId: id(421) });
    const story = told({
      delegation: stage({ order: 1, roles: ['DELEGATION_REVIEWER'] }),
      motions: stage({ order: 2, roles: ['MOTIONS_GROUP_REVIEWER'], body: 'SESSION_MOTIONS_GROUP' }),
    }).submitted();
    expect(story.refuses(delegation, verdict('motions', 'ACCEPT'))).toBe('REVIEW_STAGE_WRONG');
    for (const code of ['delegation', 'motions'])
      expect(story.refuses(motions, verdict(code, 'ACCEPT'))).toBe('REVIEWER_NOT_OF_STAGE');
    story.does(delegation, verdict('delegation', 'ACCEPT')).does(motions, verdict('motions', 'ACCEPT'));
    expect(story.state.phase).toBe('ACCEPTED');
  });

  test.each([
    ['BEYOND_JURISDICTION', 'beyond-jurisdiction'],
    ['ALREADY_DECIDED', 'decided'],
    ['ALREADY_SOLVED', 'solved'],
    ['CONTRARY_TO_LAW_OR_POLICY', 'unlawful'],
    ['UNFUNDABLE', 'unfundable'],
  ])('LN-05 a reason to steer away: %s', (canonical, reasonCode) => {
    const story = told({ office: stage() }).submitted();
    story.does(congress, verdict('office', 'REQUEST_REVISION', { reasonCode }));
    expect(story.events.at(-1)?.payload).toMatchObject({ reasonCode, canonicalReason: canonical });
  });

  test('a stage only some cases go through', () => {
    const only = (period: 'IN_SESSION' | 'INTER_SESSION') => stage({ when: { period } });
    const story = told({ session: only('IN_SESSION'), later: only('INTER_SESSION') }).submitted();
    expect(story.refuses(congress, verdict('later', 'ACCEPT'))).toBe('REVIEW_STAGE_WRONG');
    expect(story.does(congress, verdict('session', 'ACCEPT')).state.phase).toBe('ACCEPTED');
  });

  test('a process changed meanwhile leaves no case behind', () => {
    const before = told({ one: stage(), two: stage({ order: 2 }) }).submitted();
    before.does(congress, verdict('one', 'ACCEPT'));
    const after = told({ one: stage() });
    after.events.push(...before.events);
    after.at('2026-01-07');
    expect(after.refuses(congress, docket)).toBeNull();
  });

  test('each stage has its clock from when it opens; late counts and is marked', () => {
    const timeLimit = { amount: 2, unit: 'WORKDAY' } as const;
    const story = told({ one: stage({ timeLimit }), two: stage({ order: 2, timeLimit }) }).submitted();
    expect(story.state.openStages).toMatchObject([{ stage: 'one', due: { date: '2026-01-08' } }]);
    story.at('2026-01-08').does(congress, verdict('one', 'ACCEPT'));
    expect(story.state.openStages).toMatchObject([{ stage: 'two', due: { date: '2026-01-12' } }]);
    story.at('2026-01-13').does(congress, verdict('two', 'ACCEPT'));
    expect(story.state.reviews.map((one) => one.onTime)).toEqual([true, false]);
  });
});

describe('stages side by side', () => {
  const roles = ['DOCKET_REVIEWER'];
  const pair = { roads: stage({ roles }), water: stage({ roles }), last: stage({ order: 2, roles }) };

  test('both must decide, in whatever order, before the next opens', () => {
    const story = told(pair).submitted().does(second, verdict('water', 'ACCEPT'));
    expect([story.state.phase, story.state.reviewStage]).toEqual(['UNDER_REVIEW', 0]);
    expect(story.refuses(first, verdict('last', 'ACCEPT'))).toBe('REVIEW_STAGE_WRONG');
    expect(story.refuses(first, verdict('water', 'ACCEPT'))).toBe('REVIEW_STAGE_WRONG');
    story.does(first, verdict('roads', 'ACCEPT')).does(first, verdict('last', 'ACCEPT'));
    expect(story.state.phase).toBe('ACCEPTED');
  });

  test.each<[ReviewVerdict, ReviewVerdict, string]>([
    ['ACCEPT', 'ACCEPT', 'UNDER_REVIEW'],
    ['ACCEPT', 'REQUEST_REVISION', 'REVISION_REQUESTED'],
    ['REQUEST_REVISION', 'REWRITE', 'REVISION_REQUESTED'],
    ['RETURN', 'REQUEST_REVISION', 'RETURNED'],
    ['CONVERT', 'RETURN', 'CONVERTED'],
    ['REJECT', 'CONVERT', 'REJECTED'],
    ['ACCEPT', 'REJECT', 'REJECTED'],
  ])('%s and %s come to %s, whoever is first', (one, other, phase) => {
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const story = told(pair).submitted().does(first, verdict('roads', mine));
      expect(story.state.phase).toBe('UNDER_REVIEW');
      expect(story.does(second, verdict('water', theirs)).state.phase).toBe(phase);
    }
  });

  test('a quorum: so many different reviewers, the most frequent verdict, of equals the strictest', () => {
    const three = { office: stage({ roles, quorum: 3 }) };
    const story = told(three).submitted().does(first, verdict('office', 'ACCEPT'));
    expect(story.refuses(first, verdict('office', 'REJECT'))).toBe('REVIEW_ALREADY_GIVEN');
    story.does(second, verdict('office', 'REJECT')).does(third, verdict('office', 'ACCEPT'));
    expect(story.state.phase).toBe('ACCEPTED');
    expect(story.refuses(fourth, verdict('office', 'REJECT'))).toBe('WRONG_PHASE');
    const two = told({ office: stage({ roles, quorum: 2 }) }).submitted();
    two.does(first, verdict('office', 'ACCEPT')).does(second, verdict('office', 'REJECT'));
    expect(two.state.phase).toBe('REJECTED');
  });

  test('from paper each reviewer is named, and counts once', () => {
    const paper = { source: 'PAPER' as const };
    const named = (reviewerName: string) => verdict('office', 'ACCEPT', { reviewerName });
    const story = told({ office: stage({ roles, quorum: 2 }) }).submitted();
    story.does(congress, named('甲'), paper);
    expect(story.refuses(congress, named('甲'), paper)).toBe('REVIEW_ALREADY_GIVEN');
    expect(story.does(congress, named('乙'), paper).state.phase).toBe('ACCEPTED');
  });

  test('a merge decided in the review waits for the others, then goes into the case that was named', () => {
    const target: OtherCase = {
      proposalId: id(2),
      kind: 'NPC_SUGGESTION',
      phase: 'DOCKETED',
      caseNumber: '甲',
      authorIds: [MANDATES.third],
    };
    const story = told(pair).submitted();
    expect(story.refuses(first, verdict('roads', 'MERGE'))).toBe('MERGE_TARGET_REQUIRED');
    story.does(first, verdict('roads', 'MERGE', { mergeIntoId: id(2) }), { other: target });
    expect(story.state.phase).toBe('UNDER_REVIEW');
    const closed = { other: { ...target, phase: 'CLOSED' as const } };
    expect(story.refuses(second, verdict('water', 'ACCEPT'), closed)).toBe('MERGE_TARGET_NOT_OPEN');
    story.does(second, verdict('water', 'ACCEPT'), { other: target });
    expect(story.state).toMatchObject({ phase: 'MERGED', mergedInto: { proposalId: id(2) } });
  });

  test('SY-03 reviewed by a lower locality: the own office only enters its paper', () => {
    const county = stage({ by: 'BELOW', label: { zh: '县级人大初审', en: 'First check by the county' } });
    const story = told({ county, office: stage({ order: 2 }) }).submitted();
    expect(story.refuses(congress, verdict('county', 'ACCEPT'))).toBe('REVIEW_BY_LOWER_LOCALITY');
    expect(story.offers(congress, 'review.decide')).toMatchObject([{ possible: false }]);
    story.does(congress, verdict('county', 'ACCEPT'), { source: 'PAPER' });
    expect(story.does(congress, verdict('office', 'ACCEPT')).state.phase).toBe('ACCEPTED');
  });
});

describe('the draft before its submission', () => {
  const stages = { pre: preReview(), office: stage({ order: 2 }) };

  test('CA-10 ADOPT, REVISE, RETURN, each with a reason (T16): corrected by the deputy, then submitted', () => {
    const story = told(stages).drafted();
    expect(story.refuses(lead, submit)).toBe('PRE_REVIEW_NOT_FINISHED');
    story.does(lead, preSubmit);
    expect(story.refuses(lead, { kind: 'proposal.revise', title: '改' })).toBe('WRONG_PHASE');
    for (const given of ['REVISE', 'RETURN'] as const)
      expect(story.refuses(preReviewer, verdict('pre', given, { reasonCode: null }))).toBe('REASON_REQUIRED');
    story.does(preReviewer, verdict('pre', 'REVISE', { reasonCode: 'not-specific' }));
    expect([story.state.phase, story.state.snapshot]).toEqual(['REVISION_REQUESTED', null]);
    expect(story.refuses(lead, preSubmit)).toBe('NOT_REVISED');
    story.does(lead, { kind: 'proposal.revise', title: '关于增设公交站的建议' }).does(lead, preSubmit);
    story.does(preReviewer, verdict('pre', 'ADOPT'));
    expect(story.state).toMatchObject({ phase: 'PRE_REVIEWED', preReviewedVersion: 2 });
    story.does(lead, submit).does(congress, verdict('office', 'ACCEPT'));
    expect(story.state.phase).toBe('ACCEPTED');
  });

  test('given back, it is written anew; what was changed after the adoption is reviewed again', () => {
    const story = told(stages).drafted().does(lead, preSubmit).does(preReviewer, verdict('pre', 'RETURN'));
    expect(story.state.phase).toBe('RETURNED');
    story.does(lead, { kind: 'proposal.revise', title: '只改标题' });
    expect(story.refuses(lead, preSubmit)).toBe('NOT_REWRITTEN');
    story.does(lead, { kind: 'proposal.revise', body: '重新写的正文。' }).does(lead, preSubmit);
    story.does(preReviewer, verdict('pre', 'ADOPT')).does(lead, { kind: 'proposal.revise', title: '又改' });
    expect(story.state.phase).toBe('DRAFT');
    expect(story.refuses(lead, submit)).toBe('PRE_REVIEW_NOT_FINISHED');
  });

  test('QH-13 two joint reviews, before and after the delegation is formed', () => {
    const body = 'DEPUTY_AFFAIRS_COMMITTEE' as const;
    const story = told({
      'pre-delegation': preReview({ body, quorum: 2 }),
      'post-delegation': preReview({ order: 2, body }),
      office: stage({ order: 3 }),
    }).drafted();
    const other = viewerAs('PRE_REVIEWER', { accountId: id(411) });
    story.does(lead, preSubmit).does(preReviewer, verdict('pre-delegation', 'ADOPT'));
    expect(story.refuses(preReviewer, verdict('pre-delegation', 'ADOPT'))).toBe('REVIEW_ALREADY_GIVEN');
    expect(story.refuses(other, verdict('post-delegation', 'ADOPT'))).toBe('REVIEW_STAGE_WRONG');
    story.does(other, verdict('pre-delegation', 'ADOPT')).does(other, verdict('post-delegation', 'ADOPT'));
    expect(story.does(lead, submit).state.phase).toBe('SUBMITTED');
  });

  test('LN-06 SY-04 revised again and again with the deputy: every version stays', () => {
    const story = told({ office: stage() }).submitted();
    for (const round of [2, 3]) {
      story.does(congress, verdict('office', 'REWRITE'));
      story.does(lead, { kind: 'proposal.revise', title: `第${round}稿` });
      expect(story.refuses(lead, submit)).toBe('NOT_REWRITTEN');
      story.does(lead, { kind: 'proposal.revise', body: `正文第${round}稿` }).does(lead, submit);
    }
    expect(story.state.snapshots.map((one) => one.version)).toEqual([1, 3, 5]);
    expect(story.state.reviews.map((one) => one.version)).toEqual([1, 3]);
  });

  test('without a pre-review there is nothing to give to it', () => {
    expect(new Story(base).drafted().refuses(lead, preSubmit)).toBe('PRE_REVIEW_NOT_REQUIRED');
  });
});
