import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { RejectScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { rejectScoreSheets } from './reject-score-sheets.js';

const RejectScoreSheetsResult = draftResultOf('RejectScoreSheets', '退回考核表草案');

@Resolver()
export class RejectScoreSheetsMutation {
  @Mutation(() => RejectScoreSheetsResult.Result, {
    description: '退回考核表草案: does not approve it, with the reason',
  })
  async rejectScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => RejectScoreSheetsInput, { description: '内容: what is asked for' })
    input: RejectScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      RejectScoreSheetsResult,
      rejectScoreSheets,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
