import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ConfirmClassInput } from './confirm-class.input.js';
import { confirmClass } from './confirm-class.js';

const ConfirmClassResult = resultOf('ConfirmClass', '确认结果类别', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class ConfirmClassMutation {
  @Mutation(() => ConfirmClassResult.Result, {
    description: '确认结果类别: confirms or corrects the class a reply claims',
  })
  async confirmClass(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ConfirmClassInput, { description: '内容: what is asked for' })
    input: ConfirmClassInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      class: input.class,
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, confirmClass, input, payload);
    return answer(ConfirmClassResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
