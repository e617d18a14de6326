import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AnswerAllocationInput } from './answer-allocation.input.js';
import { answerAllocation } from './answer-allocation.js';

const AnswerAllocationResult = resultOf('AnswerAllocation', '预交办答复', { proposal: SHOWN.proposal });

@Resolver()
export class AnswerAllocationMutation {
  @Mutation(() => AnswerAllocationResult.Result, {
    description: '预交办答复: the proposer or a unit says whether the proposed units are right',
  })
  async answerAllocation(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AnswerAllocationInput, { description: '内容: what is asked for' })
    input: AnswerAllocationInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      agrees: input.agrees,
      reason: input.reason,
      proposedUnitId: ownIdOf(context, 'unit', input.proposedUnitId, 'proposedUnitId'),
    };
    const outcome = await perform(context, answerAllocation, input, payload);
    return answer(AnswerAllocationResult, outcome, (done) => showCase(context, done));
  }
}
