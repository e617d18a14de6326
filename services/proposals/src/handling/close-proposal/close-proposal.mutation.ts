import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CloseProposalInput } from './close-proposal.input.js';
import { closeProposal } from './close-proposal.js';

const CloseProposalResult = resultOf('CloseProposal', '办结', { proposal: SHOWN.proposal });

@Resolver()
export class CloseProposalMutation {
  @Mutation(() => CloseProposalResult.Result, { description: '办结: ends the handling' })
  async closeProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CloseProposalInput, { description: '内容: what is asked for' })
    input: CloseProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
    };
    const outcome = await perform(context, closeProposal, input, payload);
    return answer(CloseProposalResult, outcome, (done) => showCase(context, done));
  }
}
