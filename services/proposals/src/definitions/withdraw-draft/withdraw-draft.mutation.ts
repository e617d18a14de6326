import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { WithdrawDraftInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { withdrawDraft } from './withdraw-draft.js';

const WithdrawDraftResult = draftResultOf('WithdrawDraft', '撤回程序草案');

@Resolver()
export class WithdrawDraftMutation {
  @Mutation(() => WithdrawDraftResult.Result, { description: '撤回程序草案: does not pursue it' })
  async withdrawDraft(
    @Ctx() context: ProposalContext,
    @Arg('input', () => WithdrawDraftInput, { description: '内容: what is asked for' })
    input: WithdrawDraftInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, WithdrawDraftResult, withdrawDraft, wanted, idempotencyKey);
  }
}
