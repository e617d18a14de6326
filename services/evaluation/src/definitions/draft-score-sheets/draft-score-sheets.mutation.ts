import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { DraftScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { draftScoreSheets } from './draft-score-sheets.js';

const DraftScoreSheetsResult = draftResultOf('DraftScoreSheets', '拟考核表草案');

@Resolver()
export class DraftScoreSheetsMutation {
  @Mutation(() => DraftScoreSheetsResult.Result, {
    description: '拟考核表草案: writes a change of the locality’s own score sheets; nothing is in force yet',
  })
  async draftScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => DraftScoreSheetsInput, { description: '内容: what is asked for' })
    input: DraftScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, ...said } = input;
    return performOnDraft(context, DraftScoreSheetsResult, draftScoreSheets, said, idempotencyKey);
  }
}
