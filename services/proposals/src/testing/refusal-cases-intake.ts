import type { Command } from '../case/commands.js';
import type { OtherCase } from '../case/context.js';
import { id, MANDATES, PEOPLE, UNITS, viewerAs } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import { preReview, stage, withStages } from './review-process.kit.js';
import { DRAFT, type Story } from './story.js';

const { lead, second, third, congress, government } = PEOPLE;
const none = (story: Story) => story;
const drafted = (story: Story) => story.drafted();
const submitted = (story: Story) => story.submitted();
const accepted = (story: Story) => story.accepted();
const docketed = (story: Story) => story.docketed();
const invited = (story: Story) =>
  story.drafted().does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second });
const sentBack = (story: Story) =>
  story.submitted().at('2026-01-07').does(congress, {
    kind: 'review.decide',
    stage: 'office',
    verdict: 'REQUEST_REVISION',
    reasonCode: 'other',
  });

const draft = (also: object): Command => ({ ...DRAFT, ...also }) as Command;
const submit: Command = { kind: 'proposal.submit' };
const docket = (also: object = {}): Command => ({ kind: 'proposal.docket', year: 2026, ...also });
const review = (also: object): Command =>
  ({ kind: 'review.decide', stage: 'office', verdict: 'ACCEPT', ...also }) as Command;
const invite = (mandateId: string): Command => ({ kind: 'cosigner.invite', mandateId });
const merge = (intoId: string): Command => ({ kind: 'proposal.merge', intoId });
const withdraw: Command = { kind: 'proposal.withdraw', letter: '本人申请撤回。' };

const other = (also: Partial<OtherCase> = {}): OtherCase => ({
  proposalId: id(2),
  kind: 'NPC_SUGGESTION',
  phase: 'DOCKETED',
  caseNumber: '2026年会字第0001号',
  authorIds: [MANDATES.third],
  ...also,
});
const absorbing = (story: Story) =>
  story
    .docketed()
    .does(congress, { kind: 'proposal.absorb', fromId: id(2) }, { other: other({ phase: 'MERGED' }) });
const merged = (story: Story) => story.docketed().does(congress, merge(id(2)), { other: other() });
const answer: Command = { kind: 'merged.answer', replyId: id(9), documentNumber: '交函〔2026〕1号' };

const BY_ANYBODY: readonly RefusalCase[] = [
  refusal('ROLE_NOT_ALLOWED', 'an evaluator drafts', none, PEOPLE.reader, DRAFT),
  refusal('SOURCE_NOT_ALLOWED', 'a deputy enters from paper', none, lead, DRAFT, {
    outside: { source: 'PAPER' },
  }),
  refusal('PROPOSAL_NOT_FOUND', 'nothing was drafted', none, lead, submit),
  refusal('PROPOSAL_EXISTS', 'drafted twice', drafted, lead, DRAFT),
  refusal('WRONG_PHASE', 'submitted twice', submitted, lead, submit),
  refusal('TEXT_EMPTY', 'no title', none, lead, draft({ title: ' ' })),
  refusal('TEXT_TOO_LONG', 'a title of 101 characters', none, lead, draft({ title: '建'.repeat(101) })),
  refusal('TEXT_INVALID', 'NUL in the text', none, lead, draft({ body: 'a\u0000b' })),
  refusal('TEXT_INVALID', 'a lone surrogate', none, lead, draft({ body: 'a\ud800b' })),
  refusal('DATE_INVALID', 'no such moment', drafted, lead, { ...submit, occurredAt: '2026-02-30 10:00' }),
  refusal('DATE_IN_FUTURE', 'tomorrow', drafted, lead, { ...submit, occurredAt: '2026-01-09T00:00:00Z' }),
  refusal('CLOCK_BEFORE_PREVIOUS_STEP', 'submitted before drafted', drafted, lead, {
    ...submit,
    occurredAt: '2026-01-04T00:00:00Z',
  }),
];

const WRITING: readonly RefusalCase[] = [
  refusal('KIND_NOT_HANDLED', 'no proposals here', none, lead, draft({ proposalKind: 'CPPCC_PROPOSAL' }), {
    process: (base) => ({ ...base, kinds: ['NPC_SUGGESTION'] }),
  }),
  refusal(
    'MANDATE_WRONG_KIND',
    'a deputy makes a proposal',
    none,
    lead,
    draft({ proposalKind: 'CPPCC_PROPOSAL' }),
  ),
  refusal(
    'NOT_LEAD_PROPOSER',
    'in the name of another',
    none,
    lead,
    draft({ leadProposerId: MANDATES.second }),
  ),
  refusal('NOT_LEAD_PROPOSER', 'somebody else submits', drafted, second, submit),
  refusal('MANDATE_NOT_FOUND', 'an unknown mandate', none, viewerAs('DEPUTY', { mandateId: id(999) }), DRAFT),
  refusal(
    'MANDATE_NOT_ACTIVE',
    'an ended one',
    none,
    viewerAs('DEPUTY', { mandateId: MANDATES.ended }),
    DRAFT,
  ),
  refusal('CATEGORY_UNKNOWN', 'no such category', none, lead, draft({ category: 'space' })),
  refusal('UNIT_NOT_FOUND', 'suggests an unknown unit', none, lead, draft({ suggestedUnitIds: [id(999)] })),
  refusal('NOTHING_REVISED', 'the same words', drafted, lead, {
    kind: 'proposal.revise',
    title: DRAFT_TITLE(),
  }),
  refusal('NOT_REVISED', 'sent back, submitted unchanged', sentBack, lead, submit),
  refusal('COSIGN_NOT_ENABLED', 'no co-signing here', drafted, lead, invite(MANDATES.second), {
    process: (base) => ({ ...base, cosign: { ...base.cosign, enabled: false } }),
  }),
  refusal('COSIGNER_IS_LEAD', 'invites oneself', drafted, lead, invite(MANDATES.lead)),
  refusal('ALREADY_INVITED', 'invites twice', invited, lead, invite(MANDATES.second)),
  refusal('TOO_MANY_COSIGNERS', 'one too many', invited, lead, invite(MANDATES.third), {
    process: (base) => ({ ...base, limits: { ...base.limits, cosigners: 1 } }),
  }),
  refusal('NOT_INVITED', 'confirms uninvited', invited, third, { kind: 'cosigner.confirm' }),
  refusal('COSIGN_DEADLINE_PASSED', 'confirms late', (story) => invited(story).at('2026-02-05'), second, {
    kind: 'cosigner.confirm',
  }),
  refusal('DEADLINE_RULE_MISSING', 'invitations without a deadline', drafted, lead, invite(MANDATES.second), {
    process: ({ deadlines: { cosign: _, ...deadlines }, ...base }) => ({ ...base, deadlines }),
  }),
  refusal('WITHDRAWAL_HAS_MERGED', 'others were merged into it', absorbing, lead, withdraw),
];

function DRAFT_TITLE(): string {
  return DRAFT.kind === 'proposal.draft' ? DRAFT.title : '';
}

const withPreReview: RefusalCase['process'] = (base) =>
  withStages(base, { pre: preReview(), office: stage({ order: 2 }) });

const REVIEWING: readonly RefusalCase[] = [
  refusal('PRE_REVIEW_NOT_FINISHED', 'submitted before the pre-review', drafted, lead, submit, {
    process: withPreReview,
  }),
  refusal('PRE_REVIEW_NOT_REQUIRED', 'there is no pre-review', drafted, lead, {
    kind: 'proposal.pre_submit',
  }),
  refusal('NOT_REWRITTEN', 'only the title was changed', onlyRetitled, lead, submit, {
    process: (base) => withStages(base, { office: stage() }),
  }),
  refusal(
    'REVIEW_BY_LOWER_LOCALITY',
    'the own office reviews for the county',
    submitted,
    congress,
    review({}),
    {
      process: withStage({ by: 'BELOW' }),
    },
  ),
  refusal(
    'REVIEW_ALREADY_GIVEN',
    'one reviewer decides for two',
    (story) => story.submitted().does(congress, review({})),
    congress,
    review({}),
    { process: withStage({ quorum: 2 }) },
  ),
  refusal('MERGE_TARGET_REQUIRED', 'merges into nothing', submitted, congress, review({ verdict: 'MERGE' })),
  refusal('REVIEW_STAGE_WRONG', 'another stage', submitted, congress, review({ stage: 'delegation' })),
  refusal('REVIEWER_NOT_OF_STAGE', 'not this reviewer', submitted, viewerAs('PRE_REVIEWER'), review({}), {
    process: withStage({ roles: ['DOCKET_REVIEWER'] }),
  }),
  refusal(
    'VERDICT_NOT_ALLOWED',
    'a verdict the stage has not',
    submitted,
    congress,
    review({ verdict: 'CONVERT' }),
    {
      process: withStage({ verdicts: ['ACCEPT'] }),
    },
  ),
  refusal(
    'REASON_REQUIRED',
    'rejects without a reason (T16)',
    submitted,
    congress,
    review({ verdict: 'REJECT' }),
  ),
  refusal('REASON_UNKNOWN', 'a reason nobody knows', submitted, congress, review({ reasonCode: 'mood' })),
  refusal('REVIEW_NOT_FINISHED', 'dockets before the last stage (T17)', submitted, congress, docket()),
  refusal('CATEGORY_REQUIRED', 'no category', (story) => uncategorised(story), congress, docket()),
  refusal('YEAR_INVALID', 'the year after next', accepted, congress, docket({ year: 2028 })),
  refusal('NUMBERING_MISSING', 'no numbering rule', accepted, congress, docket(), {
    process: (base) => ({ ...base, numbering: {} }),
  }),
  refusal('TERM_REQUIRED', 'numbers by term', accepted, congress, docket(), {
    process: (base) => ({
      ...base,
      numbering: { all: { series: '会字', pattern: '{serial}', per: ['TERM'] } },
    }),
  }),
  refusal('CASE_NUMBER_GIVEN', 'chooses a number', accepted, congress, docket({ caseNumber: '88' })),
  refusal('CASE_NUMBER_TAKEN', 'a ledger gives one twice', accepted, congress, docket({ caseNumber: '88' }), {
    outside: { source: 'LEDGER', numberTaken: true },
  }),
  refusal('MERGE_INTO_ITSELF', 'into itself', docketed, congress, merge(id(1)), {
    outside: { other: other() },
  }),
  refusal('MERGE_TARGET_NOT_OPEN', 'into a closed case', docketed, congress, merge(id(2)), {
    outside: { other: other({ phase: 'CLOSED' }) },
  }),
  refusal('MERGE_TARGET_NOT_OPEN', 'into the other kind', docketed, congress, merge(id(2)), {
    outside: { other: other({ kind: 'CPPCC_PROPOSAL' }) },
  }),
  refusal('MERGE_HAS_MERGED', 'a chain of merges', absorbing, congress, merge(id(3)), {
    outside: { other: other({ proposalId: id(3) }) },
  }),
  refusal(
    'MERGED_ALREADY_ANSWERED',
    'told twice',
    (story) => merged(story).does(PEOPLE.transport, answer),
    PEOPLE.transport,
    answer,
  ),
  refusal('KEY_TIER_UNKNOWN', 'no such tier', docketed, congress, {
    kind: 'proposal.designate_key',
    tier: 'MOON',
  }),
  refusal(
    'ALREADY_KEY',
    'twice',
    (story) => story.docketed().does(congress, { kind: 'proposal.designate_key', tier: 'TOP_LEADER' }),
    congress,
    { kind: 'proposal.designate_key', tier: 'TOP_LEADER' },
  ),
  refusal('ROLE_NOT_ALLOWED', 'the government dockets', accepted, government, docket()),
  refusal(
    'ROLE_NOT_ALLOWED',
    'a unit merges',
    docketed,
    viewerAs('UNIT_HEAD', { unitId: UNITS.water }),
    merge(id(2)),
  ),
];

function onlyRetitled(story: Story): Story {
  const rewrite = review({ verdict: 'REWRITE', reasonCode: 'other' });
  return story
    .submitted()
    .does(congress, rewrite)
    .does(lead, { kind: 'proposal.revise', title: '只改了标题' });
}

function withStage(change: object): RefusalCase['process'] {
  return (base) => {
    const office = { ...base.review.stages.office, ...change } as never;
    return { ...base, review: { ...base.review, stages: { office } } };
  };
}

const uncategorised = (story: Story) =>
  story
    .at('2026-01-05')
    .does(lead, draft({ category: null }))
    .does(lead, submit)
    .does(congress, review({}));

export const INTAKE_CASES: readonly RefusalCase[] = [...BY_ANYBODY, ...WRITING, ...REVIEWING];
