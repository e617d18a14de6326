import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { MergeProposalInput } from './merge-proposal.input.js';
import { mergeProposal } from './merge-proposal.js';

const MergeProposalResult = resultOf('MergeProposal', '并案', { proposal: SHOWN.proposal });

@Resolver()
export class MergeProposalMutation {
  @Mutation(() => MergeProposalResult.Result, { description: '并案: puts a case into another one' })
  async mergeProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => MergeProposalInput, { description: '内容: what is asked for' })
    input: MergeProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      intoId: ownId(context, 'proposal', input.intoId, 'intoId'),
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, mergeProposal, input, payload);
    return answer(MergeProposalResult, outcome, (done) => showCase(context, done));
  }
}
