import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { MarkAttentionInput } from './mark-attention.input.js';
import { markAttention } from './mark-attention.js';

const MarkAttentionResult = resultOf('MarkAttention', '标注社会关注度高', {
  proposal: SHOWN.proposal,
});

@Resolver()
export class MarkAttentionMutation {
  @Mutation(() => MarkAttentionResult.Result, {
    description: '标注社会关注度高: says that many care about the case',
  })
  async markAttention(
    @Ctx() context: ProposalContext,
    @Arg('input', () => MarkAttentionInput, { description: '内容: what is asked for' })
    input: MarkAttentionInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      reason: input.reason,
    };
    const outcome = await perform(context, markAttention, input, payload);
    return answer(MarkAttentionResult, outcome, (done) => showCase(context, done));
  }
}
