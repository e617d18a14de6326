import { Case } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt } from './attempt.js';

/** What is refused where drafts are reviewed first and several reviewers decide side by side. */
export async function refusedInReview(cast: Cast): Promise<Attempt[]> {
  const [lead] = cast.deputies;
  const [pre, delegation, motions] = await Promise.all(
    ['pre-reviewer', 'delegation-reviewer', 'motions-group-reviewer'].map((role) => cast.county.as(role)),
  );
  if (!pre || !delegation || !motions) throw new Error('the county has reviewers');
  const draft = await Case.drafted(cast);
  const submitted = async () => {
    const one = await Case.drafted(cast);
    await one.do(lead, 'preSubmitProposal');
    await one.do(pre, 'decideReview', { stage: 'pre', verdict: 'ADOPT' });
    await one.submit();
    return one;
  };
  const half = await submitted();
  await half.do(delegation, 'decideReview', { stage: 'office', verdict: 'ACCEPT' });
  const again = await submitted();
  await again.do(motions, 'decideReview', { stage: 'motions', verdict: 'REWRITE' });
  await again.do(delegation, 'decideReview', { stage: 'office', verdict: 'ACCEPT' });
  await again.do(cast.office, 'decideReview', { stage: 'office', verdict: 'ACCEPT' });
  await again.do(lead, 'reviseDraft', { title: '只改了标题' });
  const proposal = await Case.drafted(cast, {}, cast.member);
  await proposal.submit();
  return [
    attempt('PRE_REVIEW_NOT_FINISHED', lead, 'submitProposal', { proposalId: draft.id }),
    attempt('PRE_REVIEW_NOT_REQUIRED', lead, 'preSubmitProposal', { proposalId: again.id }),
    attempt('NOT_REWRITTEN', lead, 'submitProposal', { proposalId: again.id }),
    attempt('REVIEW_ALREADY_GIVEN', delegation, 'decideReview', {
      ...{ proposalId: half.id, stage: 'office', verdict: 'ACCEPT' },
    }),
    attempt('MERGE_TARGET_REQUIRED', cast.office, 'decideReview', {
      ...{ proposalId: half.id, stage: 'office', verdict: 'MERGE' },
    }),
    attempt('REVIEW_BY_LOWER_LOCALITY', cast.committee, 'decideReview', {
      ...{ proposalId: proposal.id, stage: 'lower', verdict: 'ACCEPT' },
    }),
    ...(await beforeSubmission(cast)),
    ...onPaper(cast, await accepted(cast, submitted), await accepted(cast, submitted, '另一份正文。')),
  ];
}

/** Accepted by all three reviewers; its paper registered when it says something. */
async function accepted(cast: Cast, submitted: () => Promise<Case>, body?: string): Promise<Case> {
  const one = await submitted();
  const decided = { stage: 'office', verdict: 'ACCEPT' };
  await one.do(await cast.county.as('delegation-reviewer'), 'decideReview', decided);
  await one.do(cast.office, 'decideReview', decided);
  const motions = await cast.county.as('motions-group-reviewer');
  await one.do(motions, 'decideReview', { ...decided, stage: 'motions' });
  const paper = { title: '关于公交站的建议', leadProposerId: one.lead.mandateId, cosignerIds: [] };
  if (body) await one.do(cast.office, 'registerPaper', { ...paper, body });
  return one;
}

/** Who proposes, and what the form, the checklist and the consultations say. */
async function beforeSubmission(cast: Cast): Promise<Attempt[]> {
  const [lead, first, second] = cast.deputies;
  const draft = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', title: '建议', body: '正文。' };
  const alone = await Case.drafted(cast, { proposerType: 'JOINT' });
  const crowded = await Case.drafted(cast, { proposerType: 'JOINT' });
  for (const one of [first, second]) {
    await crowded.do(lead, 'inviteCosigner', { mandateId: one.mandateId });
    await crowded.do(one, 'answerCosigning', { answer: 'CONFIRM' });
  }
  const unchecked = await interSession(cast, []);
  const unconsulted = await interSession(cast, ['topic']);
  const fill = (code: string, input: object) =>
    attempt(code, lead, 'fillForm', { proposalId: alone.id, ...input });
  return [
    attempt('PROPOSER_TYPE_NOT_ALLOWED', lead, 'draftProposal', { ...draft, proposerType: 'PARTY' }),
    attempt('COLLECTIVE_REQUIRED', lead, 'draftProposal', { ...draft, proposerType: 'DELEGATION' }),
    attempt('COSIGNERS_TOO_FEW', lead, 'submitProposal', { proposalId: alone.id }),
    attempt('COSIGNERS_TOO_MANY', lead, 'submitProposal', { proposalId: crowded.id }),
    fill('ORIGIN_UNKNOWN', { origin: 'moon' }),
    fill('YEARS_INVALID', { repeatedYears: 51 }),
    fill('CHECKLIST_POINT_UNKNOWN', { checklist: ['luck'] }),
    attempt('CHECKLIST_INCOMPLETE', lead, 'submitProposal', { proposalId: unchecked.id }),
    attempt('CONSULTATION_MISSING', lead, 'submitProposal', { proposalId: unconsulted.id }),
    attempt('CONSULTED_REQUIRED', lead, 'recordConsultation', {
      ...{ proposalId: alone.id, level: 'ABOVE', channel: 'PHONE', outcome: 'SUPPORTS', summary: '赞成' },
    }),
  ];
}

/** Between sessions, adopted by the pre-review. */
async function interSession(cast: Cast, checklist: readonly string[]): Promise<Case> {
  const one = await Case.drafted(cast, { period: 'INTER_SESSION' });
  if (checklist.length > 0) await one.do(one.lead, 'fillForm', { checklist });
  await one.do(one.lead, 'preSubmitProposal');
  const pre = await cast.county.as('pre-reviewer');
  await one.do(pre, 'decideReview', { stage: 'pre', verdict: 'ADOPT' });
  return one;
}

function onPaper({ office }: Cast, without: Case, other: Case): Attempt[] {
  const paper = { title: '标题', body: '正文。', leadProposerId: other.lead.mandateId, cosignerIds: [] };
  const docket = (code: string, { id: proposalId }: Case) =>
    attempt(code, office, 'docketProposal', { proposalId, year: 2025 });
  return [
    docket('PAPER_MISSING', without),
    docket('PAPER_DIFFERS', other),
    attempt('PAGES_INVALID', office, 'registerPaper', { proposalId: without.id, ...paper, pages: 0 }),
  ];
}
