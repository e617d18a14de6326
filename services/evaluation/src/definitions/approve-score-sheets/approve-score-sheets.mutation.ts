import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ApproveScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { approveScoreSheets } from './approve-score-sheets.js';

const ApproveScoreSheetsResult = draftResultOf('ApproveScoreSheets', '批准考核表草案');

@Resolver()
export class ApproveScoreSheetsMutation {
  @Mutation(() => ApproveScoreSheetsResult.Result, {
    description: '批准考核表草案: another person publishes a checked draft from a date on',
  })
  async approveScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => ApproveScoreSheetsInput, { description: '内容: what is asked for' })
    input: ApproveScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      ApproveScoreSheetsResult,
      approveScoreSheets,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
