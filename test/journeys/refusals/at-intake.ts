import { randomUUID } from 'node:crypto';
import { on } from '../story/moments.js';
import { type Attempt, attempt, nobodys } from './attempt.js';
import type { World } from './world.js';

const TEXT = { title: '关于增设路灯的建议', body: '夜间照明不足。' };
const DRAFT = {
  ...{ kind: 'NPC_SUGGESTION', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' },
  ...TEXT,
};

/** What is refused between draft and docket, in a county on the base process. */
export function refusedAtIntake(world: World): Attempt[] {
  return [...whatever(world), ...whileWriting(world), ...byOffices(world)];
}

/** Refusals that every mutation knows. */
function whatever({ cast, draft, submitted, docketed }: World): Attempt[] {
  const [lead] = cast.deputies;
  const proposalId = draft.id;
  const withdraw = { proposalId, letter: '撤回申请' };
  return [
    attempt('ROLE_NOT_ALLOWED', cast.government, 'draftProposal', DRAFT),
    attempt('ROLE_NOT_ALLOWED', cast.admin, 'closeProposal', { proposalId: docketed.id }),
    attempt('STALE_VERSION', lead, 'submitProposal', { proposalId, expectedVersion: 99 }),
    attempt('TEXT_INVALID', lead, 'draftProposal', { ...DRAFT, title: '路灯\u0000' }),
    attempt('TEXT_TOO_LONG', lead, 'draftProposal', { ...DRAFT, title: '灯'.repeat(101) }),
    attempt('TEXT_EMPTY', lead, 'draftProposal', { ...DRAFT, body: ' ' }),
    attempt('TEXT_EMPTY', lead, 'submitProposal', { proposalId, idempotencyKey: '' }),
    attempt('TEXT_TOO_LONG', lead, 'submitProposal', { proposalId, idempotencyKey: 'k'.repeat(101) }),
    attempt('DATE_IN_FUTURE', lead, 'withdrawProposal', { ...withdraw, occurredAt: '2999-01-01T00:00:00Z' }),
    attempt('DATE_INVALID', lead, 'withdrawProposal', { ...withdraw, occurredAt: '1948-12-31T00:00:00Z' }),
    attempt('SOURCE_NOT_ALLOWED', lead, 'withdrawProposal', { ...withdraw, onPaper: true }),
    attempt('CLOCK_BEFORE_PREVIOUS_STEP', lead, 'withdrawProposal', { ...withdraw, ...on('2020-01-01') }),
    attempt('PROPOSAL_NOT_FOUND', lead, 'submitProposal', { proposalId: nobodys(proposalId) }),
    attempt('PROPOSAL_NOT_FOUND', cast.office, 'submitProposal', { proposalId }),
    attempt('WRONG_PHASE', cast.office, 'closeProposal', { proposalId: submitted.id }),
  ];
}

function whileWriting({ cast, draft, expired, unrevised, endedMandate }: World): Attempt[] {
  const [lead, invited, stranger] = cast.deputies;
  const proposalId = draft.id;
  const invite = (code: string, mandateId: string) =>
    attempt(code, lead, 'inviteCosigner', { proposalId, mandateId });
  return [
    attempt('CATEGORY_UNKNOWN', lead, 'draftProposal', { ...DRAFT, category: 'nonsense' }),
    attempt('UNIT_NOT_FOUND', lead, 'draftProposal', {
      ...DRAFT,
      suggestedUnitIds: [nobodys(cast.heads[0].unitId)],
    }),
    attempt('MANDATE_WRONG_KIND', lead, 'draftProposal', { ...DRAFT, kind: 'CPPCC_PROPOSAL' }),
    attempt('NOT_LEAD_PROPOSER', lead, 'draftProposal', { ...DRAFT, leadProposerId: stranger.mandateId }),
    attempt('NOT_LEAD_PROPOSER', invited, 'reviseDraft', { proposalId, title: '另拟标题' }),
    attempt('MANDATE_NOT_FOUND', cast.office, 'draftProposal', { ...DRAFT, onPaper: true }),
    invite('MANDATE_NOT_FOUND', nobodys(stranger.mandateId)),
    invite('MANDATE_NOT_ACTIVE', endedMandate),
    invite('MANDATE_WRONG_KIND', cast.member.mandateId),
    invite('COSIGNER_IS_LEAD', lead.mandateId),
    invite('ALREADY_INVITED', invited.mandateId),
    attempt('NOT_INVITED', lead, 'cancelInvitation', { proposalId, mandateId: stranger.mandateId }),
    attempt('COSIGN_DEADLINE_PASSED', invited, 'answerCosigning', {
      proposalId: expired.id,
      answer: 'CONFIRM',
    }),
    attempt('NOTHING_REVISED', lead, 'reviseDraft', { proposalId, category: 'urban-construction' }),
    attempt('NOT_REVISED', lead, 'submitProposal', { proposalId: unrevised.id }),
  ];
}

function byOffices(world: World): Attempt[] {
  const { cast, submitted, accepted, uncategorised, docketed, absorbing, absorbed, key } = world;
  const review = (code: string, input: object) =>
    attempt(code, cast.office, 'decideReview', { proposalId: submitted.id, stage: 'office', ...input });
  const docket = (code: string, proposalId: string, year = 2025) =>
    attempt(code, cast.office, 'docketProposal', { proposalId, year });
  const merge = (code: string, proposalId: string, intoId: string) =>
    attempt(code, cast.office, 'mergeProposal', { proposalId, intoId });
  return [
    review('REVIEW_STAGE_WRONG', { stage: 'third', verdict: 'ACCEPT' }),
    review('REASON_REQUIRED', { verdict: 'REJECT' }),
    review('REASON_UNKNOWN', { verdict: 'REJECT', reasonCode: 'dull' }),
    docket('REVIEW_NOT_FINISHED', submitted.id),
    docket('CATEGORY_REQUIRED', uncategorised.id),
    docket('YEAR_INVALID', accepted.id, 1900),
    docket('YEAR_INVALID', accepted.id, 2_147_483_647),
    merge('MERGE_INTO_ITSELF', accepted.id, accepted.id),
    merge('PROPOSAL_NOT_FOUND', accepted.id, nobodys(accepted.id)),
    merge('MERGE_TARGET_NOT_OPEN', accepted.id, submitted.id),
    merge('MERGE_HAS_MERGED', absorbing.id, docketed.id),
    merge('WRONG_PHASE', absorbed.id, docketed.id),
    attempt('WITHDRAWAL_HAS_MERGED', absorbing.lead, 'withdrawProposal', {
      proposalId: absorbing.id,
      letter: '撤回申请',
    }),
    attempt('KEY_TIER_UNKNOWN', cast.office, 'designateKey', { proposalId: docketed.id, tier: 'MAYOR' }),
    attempt('ALREADY_KEY', cast.office, 'designateKey', { proposalId: key.id, tier: 'CONGRESS_LEADER' }),
  ];
}

/** A key that is used up by one thing and then asked for another. */
export async function refusedForItsKey({ cast, docketed }: World): Promise<Attempt[]> {
  const idempotencyKey = randomUUID();
  const designate = { proposalId: docketed.id, tier: 'TOP_LEADER', idempotencyKey };
  await cast.office.do('designateKey', designate);
  return [
    attempt('IDEMPOTENCY_KEY_REUSED', cast.office, 'designateKey', { ...designate, reason: '另行决定' }),
    attempt('IDEMPOTENCY_KEY_REUSED', cast.office, 'closeProposal', {
      proposalId: docketed.id,
      idempotencyKey,
    }),
  ];
}
