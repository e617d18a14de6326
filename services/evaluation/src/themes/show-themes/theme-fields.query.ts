import { failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { isFault, type Population, readFilter } from '../../figures/figure-filter.js';
import { FiguresType } from '../../figures/figures.type.js';
import type { PlaceDimension } from '../../rollup/dimension.js';
import { PlaceDimensionEnum } from '../../rollup/rollup.enums.type.js';
import { casesBehind } from '../../shared-cases/drill-cases/drill-cases.query.js';
import { FigureCasesType } from '../../shared-cases/shared-case.type.js';
import { raisedBy } from '../common-matters.js';
import { MOST_SHOWN, RaisedByType } from '../raised-by.type.js';
import { countRaised } from '../show-common-matters/count-raised.js';
import { ThemeType } from '../theme.type.js';

@Resolver(() => ThemeType)
export class ThemeFields {
  @FieldResolver(() => FiguresType, {
    description: '统计指标: figures of what the theme is about, of the locality and everything below it',
  })
  figures(@Root() theme: ThemeType, @Ctx() context: EvaluationContext): FiguresType {
    return figuresOf(theme, context);
  }

  @FieldResolver(() => FigureCasesType, {
    description:
      '口径内件目: cases under the filter, of the own locality and of those below that share them; those behind one metric hang on the figures',
  })
  cases(@Root() theme: ThemeType, @Ctx() context: EvaluationContext): Promise<FigureCasesType> {
    return casesBehind(context, figuresOf(theme, context), null);
  }

  @FieldResolver(() => [RaisedByType], {
    description: '提出地方: those with the most items under the filter first, at most 100; by counts alone',
  })
  async raisedBy(
    @Root() theme: ThemeType,
    @Ctx() context: EvaluationContext,
    @Arg('by', () => PlaceDimensionEnum, {
      defaultValue: 'COUNTY',
      description: '层级: whose items count as raised by one locality',
    })
    by: PlaceDimension,
  ): Promise<RaisedByType[]> {
    const population = populationOf(theme, context);
    const outcome = await context.run(countRaised, { root: theme.tenant, population, by });
    if (!outcome.accepted && outcome.code === 'TOO_EXPENSIVE') throw failure('TOO_EXPENSIVE', outcome.params);
    return raisedBy(valueOrFail(outcome)).slice(0, MOST_SHOWN).map(RaisedByType.of);
  }
}

/** Figures of the theme's locality, under its filter as things stand now. */
const figuresOf = (theme: ThemeType, context: EvaluationContext): FiguresType =>
  Object.assign(new FiguresType(), {
    subject: { root: theme.tenant },
    population: populationOf(theme, context),
  });

function populationOf({ kept }: ThemeType, context: EvaluationContext): Population {
  const population = readFilter(kept.filter, context.now());
  if (isFault(population)) throw new Error(`theme ${kept.themeId}: ${population.en}`);
  return population;
}
