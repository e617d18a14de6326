import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ReviseScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { ownDraftId } from '../show-definitions/sheet-readers.input.js';
import { reviseScoreSheets } from './revise-score-sheets.js';

const ReviseScoreSheetsResult = draftResultOf('ReviseScoreSheets', '修改考核表草案');

@Resolver()
export class ReviseScoreSheetsMutation {
  @Mutation(() => ReviseScoreSheetsResult.Result, {
    description: '修改考核表草案: another text for a draft; it has to be checked again',
  })
  async reviseScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => ReviseScoreSheetsInput, { description: '内容: what is asked for' })
    input: ReviseScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, sheetDraftId, ...said } = input;
    const draftId = ownDraftId(context, sheetDraftId, 'sheetDraftId');
    return performOnDraft(
      context,
      ReviseScoreSheetsResult,
      reviseScoreSheets,
      { ...said, draftId },
      idempotencyKey,
    );
  }
}
