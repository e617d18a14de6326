import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { CheckScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { checkScoreSheets } from './check-score-sheets.js';

const CheckScoreSheetsResult = draftResultOf('CheckScoreSheets', '检查考核表草案');

@Resolver()
export class CheckScoreSheetsMutation {
  @Mutation(() => CheckScoreSheetsResult.Result, {
    description:
      '检查考核表草案: weights, facts, locks and the examples beside each sheet; without a problem it may be approved',
  })
  async checkScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => CheckScoreSheetsInput, { description: '内容: what is asked for' })
    input: CheckScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      CheckScoreSheetsResult,
      checkScoreSheets,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
