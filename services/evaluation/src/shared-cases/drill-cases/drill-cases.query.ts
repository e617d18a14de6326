import { badInput, failure, MAX_WHOLE_PAGE, PageArgs, WholePageArgs } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { MetricNameEnum, RoundChoiceEnum, SatisfactionAxisEnum } from '../../evaluation.enums.type.js';
import type { Axis, RoundChoice } from '../../facts/vocabulary.js';
import { sharesNothing } from '../../figures/count-figures/count-figures.js';
import { tallyOf } from '../../figures/count-figures/tally.loader.js';
import { DEFAULT_ROUNDING, type Figure, figureOf } from '../../figures/figure.js';
import { FiguresType } from '../../figures/figures.type.js';
import type { MetricName } from '../../figures/metrics.js';
import type { Tally } from '../../figures/tally.js';
import { figureIn } from '../../rollup/rollup.js';
import { RollupRowType } from '../../rollup/rollup.type.js';
import { type Counted, drillFault, leftOut, notCompared, type Side } from '../case-selection.js';
import {
  CaseTableType,
  FigureCasesType,
  FigureSideEnum,
  SharedCaseConnection,
  SharedCaseType,
} from '../shared-case.type.js';
import { caseTable } from './case-table.csv.js';
import { countCases, type DrillAsked, readCases, selectCases } from './drill-cases.js';

const OF = {
  nullable: true,
  description: '指标: cases that it counts; whatever falls under the filter, when left out',
} as const;
const SIDE = { defaultValue: 'NUMERATOR', description: '分子或分母: of the metric' } as const;

@Resolver(() => FiguresType)
export class FiguresCases {
  @FieldResolver(() => FigureCasesType, {
    nullable: true,
    description:
      '件目: the cases behind a figure, of the own locality and of those below that share them; what others read is logged. Of a locality, not of a unit',
  })
  async cases(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Arg('of', () => MetricNameEnum, OF) of: MetricName | null | undefined,
    @Arg('side', () => FigureSideEnum, SIDE) side: Side,
    @Arg('axis', () => SatisfactionAxisEnum, {
      defaultValue: 'RESULT',
      description: '评价方面: for satisfaction',
    })
    axis: Axis,
    @Arg('round', () => RoundChoiceEnum, { defaultValue: 'FINAL', description: '轮次: for satisfaction' })
    round: RoundChoice,
  ): Promise<FigureCasesType> {
    const counted = readCounted(of ? { asked: { name: of, axis, round }, side } : null);
    return casesBehind(context, { subject, population }, counted);
  }
}

/** The cases behind a figure of a locality; whatever falls under the filter, when nothing is counted. */
export async function casesBehind(
  context: EvaluationContext,
  { subject, population }: FiguresType,
  counted: Counted | null,
): Promise<FigureCasesType> {
  if (!('root' in subject))
    throw badInput('单位的指标不能逐件列出。', 'figures of a unit cannot be listed case by case.');
  const each = await tallyOf(context, { subject, population, asked: null });
  const view = counted ? await tallyOf(context, { subject, population, asked: counted.asked }) : each;
  const count = sharesNothing(view) ? null : numberIn(counted, view.tallies);
  const drill = {
    of: { root: subject.root, population },
    counted,
    leftOut: leftOut(counted, each.tallies),
  };
  return drilled(context, drill, count);
}

@Resolver(() => RollupRowType)
export class RollupRowCases {
  @FieldResolver(() => FigureCasesType, {
    nullable: true,
    description: '件目: the cases behind a number of the row; the metric has to be one of those asked for',
  })
  async cases(
    @Root() { origin }: RollupRowType,
    @Ctx() context: EvaluationContext,
    @Arg('of', () => MetricNameEnum, OF) of: MetricName | null | undefined,
    @Arg('side', () => FigureSideEnum, SIDE) side: Side,
  ): Promise<FigureCasesType> {
    const { root, population, question, row } = origin;
    const asked = question.asked.find(({ name }) => name === of);
    if (of && !asked)
      throw badInput(`指标 ${of} 须列在 metrics 中。`, `${of} has to be one of the metrics asked for.`);
    const counted = readCounted(asked ? { asked, side } : null);
    const figure = counted && figureIn(row, counted.asked, DEFAULT_ROUNDING);
    const count = figure ? numberOf(figure, side) : itemsIn(row.tallies);
    const excluded = new Set(leftOut(counted, row.tallies));
    if (question.by.includes('OUTCOME')) {
      const { tallies } = await tallyOf(context, { subject: { root }, population, asked: null });
      for (const tenant of notCompared(tallies)) excluded.add(tenant);
    }
    return drilled(context, { of: origin, counted, leftOut: excluded }, count);
  }
}

function readCounted(counted: Counted | null): Counted | null {
  const fault = counted && drillFault(counted);
  if (fault) throw badInput(fault.zh, fault.en);
  return counted;
}

const numberIn = (counted: Counted | null, tallies: readonly Tally[]): number | null =>
  counted ? numberOf(figureOf(counted.asked, tallies, DEFAULT_ROUNDING), counted.side) : itemsIn(tallies);

/** Null where the viewer is not told. */
const numberOf = ({ numerator, denominator }: Figure, side: Side): number | null =>
  side === 'NUMERATOR' ? numerator : denominator;

const itemsIn = (tallies: readonly Tally[]): number => tallies.reduce((sum, { items }) => sum + items, 0);

async function drilled(
  context: EvaluationContext,
  drill: DrillAsked,
  count: number | null,
): Promise<FigureCasesType> {
  const outcome = await context.run(selectCases, drill);
  if (!outcome.accepted) throw failure(outcome.code === 'ROLE_NOT_ALLOWED' ? 'FORBIDDEN' : 'NOT_GRANTED');
  return Object.assign(new FigureCasesType(), { selection: outcome.value, count });
}

@Resolver(() => FigureCasesType)
export class FigureCasesFields {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      '不可见件数: of these, not in the list: their locality does not share them, or they have not come so far that the viewer’s role sees them',
  })
  async hidden(
    @Root() { selection, count }: FigureCasesType,
    @Ctx() context: EvaluationContext,
  ): Promise<number | null> {
    if (count === null) return null;
    // Sums may be a moment behind the cases themselves.
    return Math.max(0, count - valueOrFail(await context.run(countCases, selection)));
  }

  @FieldResolver(() => SharedCaseConnection.Connection, {
    description: '清单: those that the viewer may see, the earliest first',
  })
  async list(
    @Root() { selection }: FigureCasesType,
    @Ctx() context: EvaluationContext,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const slice = valueOrFail(await context.run(readCases, { selection, page, way: 'LIST' }));
    const total = async (): Promise<number> => valueOrFail(await context.run(countCases, selection));
    return SharedCaseConnection.from(slice, (row) => SharedCaseType.of(row, context.viewer.tenant), total);
  }

  @FieldResolver(() => CaseTableType, { description: '导出: the same list as CSV, page by page' })
  async table(
    @Root() { selection }: FigureCasesType,
    @Ctx() context: EvaluationContext,
    @Args(() => WholePageArgs) page: WholePageArgs,
  ): Promise<CaseTableType> {
    const asked = { selection, page, largest: MAX_WHOLE_PAGE, way: 'EXPORT' } as const;
    const { items, hasNextPage } = valueOrFail(await context.run(readCases, asked));
    const isFirst = !page.after && !page.before;
    return Object.assign(new CaseTableType(), {
      text: caseTable(
        items.map(({ row }) => row),
        isFirst,
      ),
      rows: items.length,
      endCursor: items.at(-1)?.cursor ?? null,
      hasNextPage,
    });
  }
}
