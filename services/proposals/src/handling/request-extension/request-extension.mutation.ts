import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RequestExtensionInput } from './request-extension.input.js';
import { requestExtension } from './request-extension.js';

const RequestExtensionResult = resultOf('RequestExtension', '申请延期', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class RequestExtensionMutation {
  @Mutation(() => RequestExtensionResult.Result, { description: '申请延期: the unit asks for more time' })
  async requestExtension(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RequestExtensionInput, { description: '内容: what is asked for' })
    input: RequestExtensionInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      amount: input.amount,
      unit: input.unit,
      reason: input.reason,
    };
    const outcome = await perform(context, requestExtension, input, payload);
    return answer(RequestExtensionResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
