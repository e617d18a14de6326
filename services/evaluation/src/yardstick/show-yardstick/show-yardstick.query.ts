import { failure, MAX_WHOLE_PAGE, pageOf } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrBadInput, valueOrFail } from '../../evaluation.context.js';
import { populationOf } from '../../figures/count-figures/count-figures.query.js';
import { LocalityType } from '../../foreign.type.js';
import { questionOf } from '../../runs/asked-scores.query.js';
import type { SubjectScore } from '../../score/score-tree.js';
import { YardstickConnection, YardstickRowType } from '../yardstick.type.js';
import { YARDSTICK_REFUSALS } from '../yardstick-refusals.js';
import { findYardstick, showYardstick } from './show-yardstick.js';
import { YardstickArgs } from './yardstick.input.js';

@Resolver(() => LocalityType)
export class LocalityYardstick {
  @FieldResolver(() => YardstickConnection.Connection, {
    description:
      '通用标尺: localities below, each scored by one sheet of the viewer’s own locality over canonical figures, the best first; comparable whatever sheets they have themselves; only for the own locality and those below',
  })
  async yardstick(
    @Root() { number: root }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Args(() => YardstickArgs) { sheet: code, year, asOf, by: place, ...page }: YardstickArgs,
  ) {
    const question = questionOf(context, { sheet: code, year, asOf });
    const sheet = valueOrBadInput(await context.run(findYardstick, question), YARDSTICK_REFUSALS);
    const population = populationOf({ year, ...(asOf && { asOf }) }, context);
    const outcome = await context.run(showYardstick, { root, sheet, population, place });
    if (!outcome.accepted && outcome.code === 'TOO_EXPENSIVE') throw failure('TOO_EXPENSIVE', outcome.params);
    const list = [...valueOrFail(outcome)].sort(bestFirst);
    const slice = pageOf(list, page, ({ subjectId }) => subjectId, MAX_WHOLE_PAGE);
    return YardstickConnection.from(
      slice,
      (score) => YardstickRowType.of(sheet, score),
      () => list.length,
    );
  }
}

/** Those without a rank come last, by number. */
const bestFirst = (a: SubjectScore, b: SubjectScore): number =>
  (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
  Number(a.subjectId) - Number(b.subjectId);
