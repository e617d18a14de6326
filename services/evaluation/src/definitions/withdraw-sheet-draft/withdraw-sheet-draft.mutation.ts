import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { WithdrawSheetDraftInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { withdrawSheetDraft } from './withdraw-sheet-draft.js';

const WithdrawSheetDraftResult = draftResultOf('WithdrawSheetDraft', '撤回考核表草案');

@Resolver()
export class WithdrawSheetDraftMutation {
  @Mutation(() => WithdrawSheetDraftResult.Result, {
    description: '撤回考核表草案: does not pursue it',
  })
  async withdrawSheetDraft(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => WithdrawSheetDraftInput, { description: '内容: what is asked for' })
    input: WithdrawSheetDraftInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      WithdrawSheetDraftResult,
      withdrawSheetDraft,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
