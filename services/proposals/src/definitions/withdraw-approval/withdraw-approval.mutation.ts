import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { WithdrawApprovalInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { withdrawApproval } from './withdraw-approval.js';

const WithdrawApprovalResult = draftResultOf('WithdrawApproval', '撤销批准');

@Resolver()
export class WithdrawApprovalMutation {
  @Mutation(() => WithdrawApprovalResult.Result, {
    description: '撤销批准: an approved version does not come into force; only before its day',
  })
  async withdrawApproval(
    @Ctx() context: ProposalContext,
    @Arg('input', () => WithdrawApprovalInput, { description: '内容: what is asked for' })
    input: WithdrawApprovalInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, WithdrawApprovalResult, withdrawApproval, wanted, idempotencyKey);
  }
}
