import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RequireRehandlingInput } from './require-rehandling.input.js';
import { requireRehandling } from './require-rehandling.js';

const RequireRehandlingResult = resultOf('RequireRehandling', '要求重新办理', { proposal: SHOWN.proposal });

@Resolver()
export class RequireRehandlingMutation {
  @Mutation(() => RequireRehandlingResult.Result, {
    description: '要求重新办理: opens another round for another reason than the rating',
  })
  async requireRehandling(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RequireRehandlingInput, { description: '内容: what is asked for' })
    input: RequireRehandlingInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      trigger: input.trigger,
      note: input.note,
    };
    const outcome = await perform(context, requireRehandling, input, payload);
    return answer(RequireRehandlingResult, outcome, (done) => showCase(context, done));
  }
}
