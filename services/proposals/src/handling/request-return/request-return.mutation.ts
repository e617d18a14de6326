import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RequestReturnInput } from './request-return.input.js';
import { requestReturn } from './request-return.js';

const RequestReturnResult = resultOf('RequestReturn', '申请退办', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class RequestReturnMutation {
  @Mutation(() => RequestReturnResult.Result, {
    description: '申请退办: the unit says it is not its business',
  })
  async requestReturn(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RequestReturnInput, { description: '内容: what is asked for' })
    input: RequestReturnInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      reason: input.reason,
      proposedUnitId: ownIdOf(context, 'unit', input.proposedUnitId, 'proposedUnitId'),
    };
    const outcome = await perform(context, requestReturn, input, payload);
    return answer(RequestReturnResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
