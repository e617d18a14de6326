import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DraftReplyInput } from './draft-reply.input.js';
import { draftReply } from './draft-reply.js';

const DraftReplyResult = resultOf('DraftReply', '拟稿', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class DraftReplyMutation {
  @Mutation(() => DraftReplyResult.Result, {
    description: '拟稿: writes what the unit means to answer, for others to sign and read',
  })
  async draftReply(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DraftReplyInput, { description: '内容: what is asked for' }) input: DraftReplyInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      body: input.body,
      claimedClass: input.claimedClass,
    };
    const outcome = await perform(context, draftReply, input, payload);
    return answer(DraftReplyResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
