import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DecideExtensionInput } from './decide-extension.input.js';
import { decideExtension } from './decide-extension.js';

const DecideExtensionResult = resultOf('DecideExtension', '审批延期', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class DecideExtensionMutation {
  @Mutation(() => DecideExtensionResult.Result, { description: '审批延期: grants more time or not' })
  async decideExtension(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DecideExtensionInput, { description: '内容: what is asked for' })
    input: DecideExtensionInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      decision: input.decision,
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, decideExtension, input, payload);
    return answer(DecideExtensionResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
