import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { MergeScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { mergeScoreSheets } from './merge-score-sheets.js';

const MergeScoreSheetsResult = draftResultOf('MergeScoreSheets', '合并考核表更新');

@Resolver()
export class MergeScoreSheetsMutation {
  @Mutation(() => MergeScoreSheetsResult.Result, {
    description:
      '合并考核表更新: takes chosen changes of a level above into a draft; what is not taken stays',
  })
  async mergeScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => MergeScoreSheetsInput, { description: '内容: what is asked for' })
    input: MergeScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, ...said } = input;
    return performOnDraft(context, MergeScoreSheetsResult, mergeScoreSheets, said, idempotencyKey);
  }
}
