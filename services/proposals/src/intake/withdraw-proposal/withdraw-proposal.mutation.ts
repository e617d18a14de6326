import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { WithdrawProposalInput } from './withdraw-proposal.input.js';
import { withdrawProposal } from './withdraw-proposal.js';

const WithdrawProposalResult = resultOf('WithdrawProposal', '撤回建议提案', { proposal: SHOWN.proposal });

@Resolver()
export class WithdrawProposalMutation {
  @Mutation(() => WithdrawProposalResult.Result, {
    description: '撤回建议提案: takes the case back in writing',
  })
  async withdrawProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => WithdrawProposalInput, { description: '内容: what is asked for' })
    input: WithdrawProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      letter: input.letter,
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, withdrawProposal, input, payload);
    return answer(WithdrawProposalResult, outcome, (done) => showCase(context, done));
  }
}
