import { answer, badInput, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { isFault, readFilter } from '../../figures/figure-filter.js';
import { LocalityType } from '../../foreign.type.js';
import { FigureYearInput } from '../figure-year.input.js';
import { confirmFigures } from './confirm-figures.js';

@InputType({ description: '确认统计数据: which year’s figures' })
class ConfirmFiguresInput extends FigureYearInput {
  @Field(() => String, { nullable: true, description: '说明: at most 500 characters' })
  note?: string | null;
}

const ConfirmFiguresResult = resultOf('ConfirmFigures', '确认统计数据', {
  locality: { type: () => LocalityType, description: '地方: the own one, with its confirmation' },
});

@Resolver()
export class ConfirmFiguresMutation {
  @Mutation(() => ConfirmFiguresResult.Result, {
    description:
      '确认统计数据: the locality stands for the year’s figures, everything below included; level by level',
  })
  async confirmFigures(
    @Arg('input', () => ConfirmFiguresInput, { description: '输入: which year’s figures' })
    { idempotencyKey, year, kind, note }: ConfirmFiguresInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const population = readFilter({ year, kind }, context.now());
    if (isFault(population)) throw badInput(population.zh, population.en);
    const outcome = await context.run(confirmFigures, { year, kind, note: note ?? null }, { idempotencyKey });
    return answer(ConfirmFiguresResult, outcome, () => ({
      locality: LocalityType.of(context.viewer.tenant),
    }));
  }
}
