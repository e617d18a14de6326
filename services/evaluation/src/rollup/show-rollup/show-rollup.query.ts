import { badInput, failure, MAX_WHOLE_PAGE, pageOf, WholePageArgs } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrBadInput } from '../../evaluation.context.js';
import { MetricNameEnum, RoundChoiceEnum, SatisfactionAxisEnum } from '../../evaluation.enums.type.js';
import type { Axis, RoundChoice } from '../../facts/vocabulary.js';
import { RoundingInput, readRounding } from '../../figures/figure.input.js';
import { FiguresType } from '../../figures/figures.type.js';
import type { MetricName } from '../../figures/metrics.js';
import type { ShownRow } from '../chosen-rows.js';
import type { DimensionName } from '../dimension.js';
import { DimensionEnum } from '../rollup.enums.type.js';
import { RollupHavingInput, RollupSortInput } from '../rollup.input.js';
import { RollupConnection, RollupRowType } from '../rollup.type.js';
import { isRollupFault, readRollup } from '../rollup-question.js';
import { ROLLUP_REFUSALS } from '../rollup-refusals.js';
import { showRollup } from './show-rollup.js';

@Resolver(() => FiguresType)
export class FiguresRollup {
  @FieldResolver(() => RollupConnection.Connection, {
    description:
      '分解汇总: the same figures, row by row, for every locality below, year, category …; TOO_EXPENSIVE, with its price, before it is counted; of a locality only, not of a unit',
  })
  async rollup(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Arg('by', () => [DimensionEnum], { description: '分解维度: 1 to 4 different ones, of them one place' })
    by: DimensionName[],
    @Arg('metrics', () => [MetricNameEnum], { description: '指标: 1 to 31 different ones' })
    metrics: MetricName[],
    @Args(() => WholePageArgs) page: WholePageArgs,
    @Arg('having', () => [RollupHavingInput], {
      defaultValue: [],
      description: '行条件: all of them have to hold',
    })
    having: RollupHavingInput[],
    @Arg('sort', () => RollupSortInput, {
      nullable: true,
      description: '排序: by place and key when left out',
    })
    sort: RollupSortInput | null,
    @Arg('axis', () => SatisfactionAxisEnum, {
      defaultValue: 'RESULT',
      description: '评价方面: for satisfaction',
    })
    axis: Axis,
    @Arg('round', () => RoundChoiceEnum, { defaultValue: 'FINAL', description: '轮次: for satisfaction' })
    round: RoundChoice,
    @Arg('rounding', () => RoundingInput, {
      nullable: true,
      description: '取舍: one digit, half up, when left out',
    })
    rounding: RoundingInput | null,
  ) {
    if (!('root' in subject))
      throw badInput('单位的指标不能分解。', 'figures of a unit cannot be broken down.');
    const question = readRollup({ by, metrics, axis, round });
    if (isRollupFault(question)) throw badInput(question.zh, question.en);
    requireAsked(metrics, [...having, ...(sort ? [sort] : [])]);
    const outcome = await context.run(showRollup, {
      root: subject.root,
      population,
      question,
      rounding: readRounding(rounding),
      having: having.map(RollupHavingInput.read),
      order: sort,
    });
    if (!outcome.accepted && outcome.code === 'TOO_EXPENSIVE') throw failure('TOO_EXPENSIVE', outcome.params);
    const rows = valueOrBadInput(outcome, ROLLUP_REFUSALS);
    const slice = pageOf(rows, page, ({ row }) => row.id, MAX_WHOLE_PAGE);
    const origin = { root: subject.root, population, question };
    const toNode = (row: ShownRow) => RollupRowType.of(row, origin);
    return RollupConnection.from(slice, toNode, () => rows.length);
  }
}

/** A condition or an order can only be about what is counted anyway. */
function requireAsked(
  metrics: readonly MetricName[],
  about: readonly { readonly metric: MetricName }[],
): void {
  const strange = about.find(({ metric }) => !metrics.includes(metric));
  if (strange)
    throw badInput(
      `条件或排序用到的指标 ${strange.metric} 须列在 metrics 中。`,
      `having and sort may use metrics that are asked for; ${strange.metric} is not.`,
    );
}
