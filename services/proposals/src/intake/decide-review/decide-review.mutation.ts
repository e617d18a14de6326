import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DecideReviewInput } from './decide-review.input.js';
import { decideReview } from './decide-review.js';

const DecideReviewResult = resultOf('DecideReview', '作出审查意见', { proposal: SHOWN.proposal });

@Resolver()
export class DecideReviewMutation {
  @Mutation(() => DecideReviewResult.Result, {
    description: '作出审查意见: decides the current review stage',
  })
  async decideReview(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DecideReviewInput, { description: '内容: what is asked for' })
    input: DecideReviewInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      stage: input.stage,
      verdict: input.verdict,
      reasonCode: input.reasonCode ?? undefined,
      reasonText: input.reasonText ?? undefined,
      convertedTo: input.convertedTo ?? undefined,
      mergeIntoId: ownIdOf(context, 'proposal', input.mergeIntoId, 'mergeIntoId'),
      reviewerName: input.reviewerName ?? undefined,
    };
    const outcome = await perform(context, decideReview, input, payload);
    return answer(DecideReviewResult, outcome, (done) => showCase(context, done));
  }
}
