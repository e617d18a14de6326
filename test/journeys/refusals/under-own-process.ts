import { Case } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { on } from '../story/moments.js';
import { type Attempt, attempt } from './attempt.js';

/** What only counties refuse whose process says more than the base. */
export async function refusedUnderOwnProcess(alone: Cast, strict: Cast): Promise<Attempt[]> {
  return (await Promise.all([whereNobodyCosigns(alone), whereMuchIsAsked(strict)])).flat();
}

async function whereNobodyCosigns(cast: Cast): Promise<Attempt[]> {
  const [lead, other] = cast.deputies;
  const draft = { kind: 'CPPCC_PROPOSAL', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' };
  const one = await Case.drafted(cast);
  const accepted = await Case.drafted(cast);
  await accepted.submit();
  await accepted.accept();
  const allocated = await Case.drafted(cast);
  await allocated.submit();
  await allocated.accept();
  await allocated.docket({ year: 2025, term: 18 });
  await allocated.allocate([{ head: cast.heads[0], role: 'SOLE' }]);
  return [
    attempt('KIND_NOT_HANDLED', cast.member, 'draftProposal', { ...draft, title: '提案', body: '试。' }),
    attempt('COSIGN_NOT_ENABLED', lead, 'inviteCosigner', { proposalId: one.id, mandateId: other.mandateId }),
    attempt('TERM_REQUIRED', cast.office, 'docketProposal', { proposalId: accepted.id, year: 2025 }),
    attempt('DEADLINE_RULE_MISSING', cast.government, 'handOverProposal', { proposalId: allocated.id }),
  ];
}

async function whereMuchIsAsked(cast: Cast): Promise<Attempt[]> {
  const [lead, first, second] = cast.deputies;
  const [unit, co] = cast.heads;
  const reviewer = await cast.county.as('docket-reviewer');
  const draft = await Case.drafted(cast);
  await draft.do(lead, 'inviteCosigner', { mandateId: first.mandateId });
  const submitted = await Case.drafted(cast);
  await submitted.submit();
  const half = await Case.drafted(cast);
  await half.submit();
  const verdict = { stage: 'office', verdict: 'ACCEPT' };
  await half.do(reviewer, 'decideReview', verdict);
  const handedOver = async (role: 'SOLE' | 'LEAD', when: Record<string, unknown> = {}) => {
    const one = await Case.drafted(cast, when);
    await one.submit(when);
    await one.do(reviewer, 'decideReview', { ...verdict, ...when });
    await one.do(cast.office, 'decideReview', { ...verdict, stage: 'second', ...when });
    await one.docket({ year: 2025, ...when });
    const units = [{ head: unit, role }, ...(role === 'LEAD' ? [{ head: co, role: 'CO' as const }] : [])];
    await one.allocate(units, when);
    await one.handOver(when);
    await one.acknowledge(unit, when);
    await one.contact(unit, 'BEFORE', when);
    return one;
  };
  const pair = await handedOver('LEAD');
  await pair.of(unit, 'requestExtension', { amount: 1, unit: 'MONTH', reason: '须现场勘查' });
  const assignmentId = await pair.assignmentOf(unit);
  const old = await handedOver('SOLE', on('2025-03-10'));
  const replyId = await old.reply(unit, 'A', on('2025-04-10'));
  const rated = await handedOver('SOLE', on('2025-03-10'));
  const ratedId = await rated.reply(unit, 'A', on('2025-04-10'));
  await rated.rate(ratedId, 'SATISFIED', on('2025-04-11'));
  const letter = { kind: 'FORMAL', documentNumber: '〔2025〕1 号', body: '已办。', claimedClass: 'A' };
  const signatory = { name: unit.name, role: 'UNIT_HEAD' };
  const review = { proposalId: submitted.id, stage: 'office' };
  const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
  const reason = '填写有误';
  return [
    attempt('TOO_MANY_COSIGNERS', lead, 'inviteCosigner', {
      proposalId: draft.id,
      mandateId: second.mandateId,
    }),
    attempt('REVIEWER_NOT_OF_STAGE', cast.committee, 'decideReview', { ...review, verdict: 'ACCEPT' }),
    attempt('VERDICT_NOT_ALLOWED', reviewer, 'decideReview', { ...review, verdict: 'CONVERT' }),
    attempt('REVIEW_NOT_FINISHED', cast.office, 'docketProposal', { proposalId: half.id, year: 2025 }),
    attempt('NOT_APPROVER', cast.office, 'decideExtension', { assignmentId, decision: 'APPROVE' }),
    attempt('CO_OPINION_MISSING', unit, 'issueReply', { assignmentId, ...letter, signatory }),
    attempt('FEEDBACK_DEADLINE_PASSED', lead, 'giveFeedback', { replyId, ratings }),
    attempt('FEEDBACK_CORRECTION_CLOSED', lead, 'correctFeedback', { replyId: ratedId, ratings, reason }),
    attempt('FEEDBACK_NOT_CORRECTABLE', cast.office, 'correctFeedback', {
      ...{ replyId: ratedId, ratings, reason, onPaper: true },
    }),
  ];
}
