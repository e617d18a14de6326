import { answer, badInput, DateTimeScalar, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { isFault, readQuestion } from '../score-question.js';
import { ScoreRunType } from '../score-run.type.js';
import { publishScores } from './publish-scores.js';

@InputType({ description: '发布考核结果: which sheet over which year' })
class PublishScoresInput extends CommandInput {
  @Field(() => String, { description: '考核表: its code, as scoreSheets lists it' })
  sheet: string;

  @Field(() => Int, { description: '年度: whose cases count' })
  year: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '时点: as of when; now when left out' })
  asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '取代理由: 1 to 500 characters; required where a publication of this sheet and year is in force',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: '说明: in words, at most 2000 characters' })
  note?: string | null;
}

const PublishScoresResult = resultOf('PublishScores', '发布考核结果', {
  run: { type: () => ScoreRunType, description: '考核结果: as published' },
});

@Resolver()
export class PublishScoresMutation {
  @Mutation(() => PublishScoresResult.Result, {
    description:
      '发布考核结果: everybody’s score is frozen with all it was made of; another publication may take its place, with a reason',
  })
  async publishScores(
    @Arg('input', () => PublishScoresInput, { description: '输入: which sheet, over which year' })
    { idempotencyKey, sheet, year, asOf, reason, note }: PublishScoresInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const question = readQuestion({ sheet, year }, context.now());
    if (isFault(question)) throw badInput(question.zh, question.en);
    const input = { sheet, year, asOf: asOf ?? null, reason: reason ?? null, note: note ?? null };
    const outcome = await context.run(publishScores, input, { idempotencyKey });
    return answer(PublishScoresResult, outcome, (run) => ({
      run: new ScoreRunType(context.viewer.tenant, run),
    }));
  }
}
