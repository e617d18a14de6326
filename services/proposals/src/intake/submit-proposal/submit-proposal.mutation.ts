import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { SubmitProposalInput } from './submit-proposal.input.js';
import { submitProposal } from './submit-proposal.js';

const SubmitProposalResult = resultOf('SubmitProposal', '提交建议提案', { proposal: SHOWN.proposal });

@Resolver()
export class SubmitProposalMutation {
  @Mutation(() => SubmitProposalResult.Result, {
    description: '提交建议提案: submits the text as it stands; it does not change afterwards',
  })
  async submitProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => SubmitProposalInput, { description: '内容: what is asked for' })
    input: SubmitProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
    };
    const outcome = await perform(context, submitProposal, input, payload);
    return answer(SubmitProposalResult, outcome, (done) => showCase(context, done));
  }
}
