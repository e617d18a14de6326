import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DocketProposalInput } from './docket-proposal.input.js';
import { docketProposal } from './docket-proposal.js';

const DocketProposalResult = resultOf('DocketProposal', '立案编号', { proposal: SHOWN.proposal });

@Resolver()
export class DocketProposalMutation {
  @Mutation(() => DocketProposalResult.Result, { description: '立案编号: gives the next case number' })
  async docketProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DocketProposalInput, { description: '内容: what is asked for' })
    input: DocketProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      category: input.category ?? undefined,
      year: input.year,
      term: input.term ?? undefined,
      session: input.session ?? undefined,
    };
    const outcome = await perform(context, docketProposal, input, payload);
    return answer(DocketProposalResult, outcome, (done) => showCase(context, done));
  }
}
