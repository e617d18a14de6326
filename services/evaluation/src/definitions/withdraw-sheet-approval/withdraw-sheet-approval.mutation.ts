import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { WithdrawSheetApprovalInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { withdrawSheetApproval } from './withdraw-sheet-approval.js';

const WithdrawSheetApprovalResult = draftResultOf('WithdrawSheetApproval', '撤销考核表批准');

@Resolver()
export class WithdrawSheetApprovalMutation {
  @Mutation(() => WithdrawSheetApprovalResult.Result, {
    description: '撤销考核表批准: an approved version does not come into force; only before its day',
  })
  async withdrawSheetApproval(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => WithdrawSheetApprovalInput, { description: '内容: what is asked for' })
    input: WithdrawSheetApprovalInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      WithdrawSheetApprovalResult,
      withdrawSheetApproval,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
