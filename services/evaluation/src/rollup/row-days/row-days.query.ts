import { failure } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import type { DayCounts } from '../../figures/handling-days/day-counts.js';
import { HandlingDaysArgs, HandlingDaysType } from '../../figures/handling-days/handling-days.type.js';
import { RollupRowType } from '../rollup.type.js';
import { countRowDays } from './count-row-days.js';

type Origin = RollupRowType['origin'];

@Resolver(() => RollupRowType)
export class RollupRowDays {
  @FieldResolver(() => HandlingDaysType, {
    description:
      '办理天数: of the items of the row, as the figures of its own filter give them; counted from the facts for all rows at once, so a breakdown may be TOO_EXPENSIVE with it that is not without',
  })
  async handlingDays(
    @Root() { origin }: RollupRowType,
    @Ctx() context: EvaluationContext,
    @Args(() => HandlingDaysArgs) args: HandlingDaysArgs,
  ): Promise<HandlingDaysType> {
    const percentile = HandlingDaysArgs.read(args);
    const rows = await daysOf(context, origin);
    return HandlingDaysType.of(rows.get(origin.row.id) ?? new Map(), percentile);
  }
}

/** Once for a breakdown, however many of its rows ask, and at which percentiles. */
const daysOf = (context: EvaluationContext, origin: Origin): Promise<ReadonlyMap<string, DayCounts>> =>
  context
    .loader<Origin, ReadonlyMap<string, DayCounts>>(
      'days of rows',
      (origins) => Promise.all(origins.map((each) => counted(context, each))),
      ({ root, population, question }) =>
        `${root} ${population.key} ${JSON.stringify([question.by, question.facts])}`,
    )
    .load(origin);

async function counted(context: EvaluationContext, origin: Origin): Promise<ReadonlyMap<string, DayCounts>> {
  const outcome = await context.run(countRowDays, origin);
  if (!outcome.accepted && outcome.code === 'TOO_EXPENSIVE') throw failure('TOO_EXPENSIVE', outcome.params);
  return valueOrFail(outcome);
}
