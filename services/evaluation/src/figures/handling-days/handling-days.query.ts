import { badInput } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { FiguresType } from '../figures.type.js';
import { countDays } from './count-days.js';
import { HandlingDaysArgs, HandlingDaysType } from './handling-days.type.js';

@Resolver(() => FiguresType)
export class FiguresHandlingDays {
  @FieldResolver(() => HandlingDaysType, {
    description: '办理天数: median and percentile of the days until the reply; of a locality, not of a unit',
  })
  async handlingDays(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Args(() => HandlingDaysArgs) args: HandlingDaysArgs,
  ): Promise<HandlingDaysType> {
    if (!('root' in subject))
      throw badInput('单位的指标没有办理天数。', 'figures of a unit have no handling days.');
    const percentile = HandlingDaysArgs.read(args);
    const counts = valueOrFail(await context.run(countDays, { root: subject.root, population }));
    return HandlingDaysType.of(counts, percentile);
  }
}
