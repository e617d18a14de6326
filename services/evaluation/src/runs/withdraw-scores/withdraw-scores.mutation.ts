import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ScoreRunType } from '../score-run.type.js';
import { withdrawScores } from './withdraw-scores.js';

@InputType({ description: '撤回考核结果: which publication, and why' })
class WithdrawScoresInput extends CommandInput {
  @Field(() => ID, { description: '编号: the publication that shall hold no longer' })
  runId: string;

  @Field(() => String, { description: '撤回理由: 1 to 500 characters' })
  reason: string;
}

const WithdrawScoresResult = resultOf('WithdrawScores', '撤回考核结果', {
  run: { type: () => ScoreRunType, description: '考核结果: as it stands now' },
});

@Resolver()
export class WithdrawScoresMutation {
  @Mutation(() => WithdrawScoresResult.Result, {
    description: '撤回考核结果: it holds no longer; it stays to be seen and rerun',
  })
  async withdrawScores(
    @Arg('input', () => WithdrawScoresInput, { description: '输入: which publication, and why' })
    { idempotencyKey, runId, reason }: WithdrawScoresInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const input = { run: readId('run', runId, 'runId'), reason };
    const outcome = await context.run(withdrawScores, input, { idempotencyKey });
    return answer(WithdrawScoresResult, outcome, (run) => ({
      run: new ScoreRunType(context.viewer.tenant, run),
    }));
  }
}
