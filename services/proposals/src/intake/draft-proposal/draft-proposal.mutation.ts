import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DraftProposalInput } from './draft-proposal.input.js';
import { draftProposal } from './draft-proposal.js';

const DraftProposalResult = resultOf('DraftProposal', '起草', { proposal: SHOWN.proposal });

@Resolver()
export class DraftProposalMutation {
  @Mutation(() => DraftProposalResult.Result, { description: '起草: starts a case' })
  async draftProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DraftProposalInput, { description: '内容: what is asked for' })
    input: DraftProposalInput,
  ): Promise<object> {
    const payload = {
      proposalKind: input.kind,
      period: input.period,
      proposerType: input.proposerType,
      leadProposerId: ownIdOf(context, 'mandate', input.leadProposerId, 'leadProposerId'),
      collective: input.collective,
      title: input.title,
      body: input.body,
      category: input.category,
      suggestedUnitIds: input.suggestedUnitIds?.map((id) => ownId(context, 'unit', id, 'suggestedUnitIds')),
      disclosureConsent: input.disclosureConsent ?? undefined,
    };
    const outcome = await perform(context, draftProposal, input, payload);
    return answer(DraftProposalResult, outcome, (done) => showCase(context, done));
  }
}
