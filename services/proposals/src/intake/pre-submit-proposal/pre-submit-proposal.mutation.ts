import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { PreSubmitProposalInput } from './pre-submit-proposal.input.js';
import { preSubmitProposal } from './pre-submit-proposal.js';

const PreSubmitProposalResult = resultOf('PreSubmitProposal', '预交', { proposal: SHOWN.proposal });

@Resolver()
export class PreSubmitProposalMutation {
  @Mutation(() => PreSubmitProposalResult.Result, {
    description: '预交: gives the draft to the pre-review; it is not changed meanwhile',
  })
  async preSubmitProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => PreSubmitProposalInput, { description: '内容: what is asked for' })
    input: PreSubmitProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
    };
    const outcome = await perform(context, preSubmitProposal, input, payload);
    return answer(PreSubmitProposalResult, outcome, (done) => showCase(context, done));
  }
}
