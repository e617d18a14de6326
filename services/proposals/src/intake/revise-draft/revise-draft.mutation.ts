import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ReviseDraftInput } from './revise-draft.input.js';
import { reviseDraft } from './revise-draft.js';

const ReviseDraftResult = resultOf('ReviseDraft', '修改草稿', { proposal: SHOWN.proposal });

@Resolver()
export class ReviseDraftMutation {
  @Mutation(() => ReviseDraftResult.Result, {
    description: '修改草稿: changes the text; what is left out stays',
  })
  async reviseDraft(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ReviseDraftInput, { description: '内容: what is asked for' }) input: ReviseDraftInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      title: input.title ?? undefined,
      body: input.body ?? undefined,
      category: input.category,
      suggestedUnitIds: input.suggestedUnitIds?.map((id) => ownId(context, 'unit', id, 'suggestedUnitIds')),
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, reviseDraft, input, payload);
    return answer(ReviseDraftResult, outcome, (done) => showCase(context, done));
  }
}
