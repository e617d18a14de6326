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
  const adopted = { proposalId: proposal.id };
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
      ...{ ...adopted, stage: 'lower', verdict: 'ACCEPT' },
    }),
  ];
}
