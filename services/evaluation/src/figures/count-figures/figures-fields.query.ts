import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { MetricNameEnum, RoundChoiceEnum, SatisfactionAxisEnum } from '../../evaluation.enums.type.js';
import type { Axis, RoundChoice } from '../../facts/vocabulary.js';
import { LocalityType } from '../../foreign.type.js';
import { coverageOf } from '../coverage.js';
import { RoundingInput, readRounding } from '../figure.input.js';
import { figureOf } from '../figure.js';
import {
  CoverageType,
  FiguresType,
  FigureType,
  FreshnessType,
  NotComparableType,
  OutcomeFigureType,
} from '../figures.type.js';
import type { MetricName } from '../metrics.js';
import { outcomeShares } from '../outcome-share.js';
import { YearOnYearType } from '../year-on-year.type.js';
import { sharesNothing } from './count-figures.js';
import { localitiesOf, tallyOf } from './tally.loader.js';
import { comparedOf } from './year-on-year.loader.js';

const ROUNDING = {
  nullable: true,
  description: '取舍: how shares are shown; one digit, half up, when left out',
} as const;

/** What one figure is asked by, whatever it stands beside. */
@ArgsType()
class FigureArgs {
  @Field(() => MetricNameEnum, { description: '指标: which one' })
  name: MetricName;

  @Field(() => RoundingInput, ROUNDING)
  rounding?: RoundingInput;

  @Field(() => SatisfactionAxisEnum, {
    nullable: true,
    defaultValue: 'RESULT',
    description: '评价方面: for satisfaction only',
  })
  axis: Axis | null;

  @Field(() => RoundChoiceEnum, {
    nullable: true,
    defaultValue: 'FINAL',
    description: '轮次: for satisfaction only',
  })
  round: RoundChoice | null;
}

const readFigure = ({ name, rounding, axis, round }: FigureArgs) => ({
  asked: { name, axis: axis ?? 'RESULT', round: round ?? 'FINAL' } as const,
  shown: readRounding(rounding),
});

@Resolver(() => FiguresType)
export class FiguresFields {
  @FieldResolver(() => FigureType, { description: '指标值: one metric over the population' })
  async metric(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Args(() => FigureArgs) of: FigureArgs,
  ): Promise<FigureType> {
    const { asked, shown } = readFigure(of);
    const view = await tallyOf(context, { subject, population, asked });
    return sharesNothing(view) ? FigureType.notShared() : FigureType.of(figureOf(asked, view.tallies, shown));
  }

  @FieldResolver(() => YearOnYearType, {
    description:
      '同比: one metric beside the year before, whose year, days and instant each lie a year back; what is still open counts as it stands now unless the filter names an instant',
  })
  async yearOnYear(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Args(() => FigureArgs) of: FigureArgs,
  ): Promise<YearOnYearType> {
    const { asked, shown } = readFigure(of);
    const compared = await comparedOf(context, { subject, population, asked }, shown);
    return compared ? YearOnYearType.of(compared) : YearOnYearType.notShared();
  }

  @FieldResolver(() => [OutcomeFigureType], {
    description:
      '办理结果分布: classes by meaning, over the coarsest partition common to the localities in view',
  })
  async outcomes(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Arg('rounding', () => RoundingInput, ROUNDING) rounding: RoundingInput | undefined,
  ): Promise<OutcomeFigureType[]> {
    const shown = readRounding(rounding);
    const { tallies } = await tallyOf(context, { subject, population, asked: null });
    return outcomeShares(tallies, shown).map(OutcomeFigureType.of);
  }

  @FieldResolver(() => CoverageType, {
    description: '覆盖范围: which localities are counted, missing or not comparable',
  })
  async coverage(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
  ): Promise<CoverageType> {
    const { tenants, tallies, withheld } = await tallyOf(context, { subject, population, asked: null });
    const { expected, reporting, missing, notComparable } = coverageOf(tenants, tallies);
    return Object.assign(new CoverageType(), {
      expected: expected.length + withheld.length,
      reporting: reporting.length,
      missing: missing.map(LocalityType.of),
      notShared: withheld.map(LocalityType.of),
      notComparable: notComparable.map(({ tenant, reason }) =>
        Object.assign(new NotComparableType(), { locality: LocalityType.of(tenant), reason }),
      ),
    });
  }

  @FieldResolver(() => FreshnessType, {
    description: '时效: how far the figures are behind what has been recorded',
  })
  async freshness(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
  ): Promise<FreshnessType> {
    const { figures, freshness } = await context.reads('COUNTS');
    const tenants = await localitiesOf(context, subject, population);
    const position = await figures.position(tenants);
    const root = 'root' in subject && tenants.length > 1 ? subject.root : null;
    const secondsBehind = await freshness.secondsBehind({ tenants, position, root }, () =>
      figures.positions(tenants),
    );
    const asOf = population.asOf ?? population.knownAt ?? context.now().toISOString();
    return Object.assign(new FreshnessType(), { position, secondsBehind, asOf });
  }
}
