import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ReviewReplyInput } from './review-reply.input.js';
import { reviewReply } from './review-reply.js';

const ReviewReplyResult = resultOf('ReviewReply', '审核答复稿', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class ReviewReplyMutation {
  @Mutation(() => ReviewReplyResult.Result, {
    description: '审核答复稿: passes a draft, or sends it back with what is wrong',
  })
  async reviewReply(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ReviewReplyInput, { description: '内容: what is asked for' }) input: ReviewReplyInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      verdict: input.verdict,
      faults: input.faults ?? undefined,
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, reviewReply, input, payload);
    return answer(ReviewReplyResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
