import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LockScoreSheetsInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { lockScoreSheets } from './lock-score-sheets.js';

const LockScoreSheetsResult = draftResultOf('LockScoreSheets', '锁定考核表');

@Resolver()
export class LockScoreSheetsMutation {
  @Mutation(() => LockScoreSheetsResult.Result, {
    description:
      '锁定考核表: drafts what those below may not change, such as core indicators; in force when it is approved',
  })
  async lockScoreSheets(
    @Ctx() context: EvaluationContext,
    @Arg('input', () => LockScoreSheetsInput, { description: '内容: what is asked for' })
    input: LockScoreSheetsInput,
  ): Promise<object> {
    const { idempotencyKey, ...said } = input;
    return performOnDraft(context, LockScoreSheetsResult, lockScoreSheets, said, idempotencyKey);
  }
}
