import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DecideReturnInput } from './decide-return.input.js';
import { decideReturn } from './decide-return.js';

const DecideReturnResult = resultOf('DecideReturn', '裁定退办', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class DecideReturnMutation {
  @Mutation(() => DecideReturnResult.Result, {
    description: '裁定退办: settles a return; on approval another unit takes over',
  })
  async decideReturn(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DecideReturnInput, { description: '内容: what is asked for' })
    input: DecideReturnInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      decision: input.decision,
      reason: input.reason ?? undefined,
      unitId: ownIdOf(context, 'unit', input.unitId, 'unitId'),
    };
    const outcome = await perform(context, decideReturn, input, payload);
    return answer(DecideReturnResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
