import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { FigureYearInput } from '../figure-year.input.js';
import { unlockFigures } from './unlock-figures.js';

@InputType({ description: '解除确认: which year’s figures, and why' })
class UnlockFiguresInput extends FigureYearInput {
  @Field(() => String, { description: '理由: 1 to 500 characters' })
  reason: string;
}

const UnlockFiguresResult = resultOf('UnlockFigures', '解除确认', {
  locality: { type: () => LocalityType, description: '地方: the own one, with its confirmation' },
});

@Resolver()
export class UnlockFiguresMutation {
  @Mutation(() => UnlockFiguresResult.Result, {
    description: '解除确认: the year’s figures are provisional again; from the top down',
  })
  async unlockFigures(
    @Arg('input', () => UnlockFiguresInput, { description: '输入: which year’s figures, and why' })
    { idempotencyKey, year, kind, reason }: UnlockFiguresInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const outcome = await context.run(unlockFigures, { year, kind, reason }, { idempotencyKey });
    return answer(UnlockFiguresResult, outcome, () => ({ locality: LocalityType.of(context.viewer.tenant) }));
  }
}
