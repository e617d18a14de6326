import { badInput, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType, UnitType } from '../../foreign.type.js';
import { FigureFilterInput } from '../figure.input.js';
import { isFault, type Population, readFilter } from '../figure-filter.js';
import { FiguresType } from '../figures.type.js';
import { mayBeCounted, type Subject } from './tally.loader.js';

const FILTER = { description: '统计口径: which items are counted' } as const;

@Resolver(() => LocalityType)
export class LocalityFigures {
  @FieldResolver(() => FiguresType, {
    description:
      '统计指标: figures of the locality and everything below it; only for the own locality and those below',
  })
  async figures(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('filter', () => FigureFilterInput, FILTER) filter: FigureFilterInput,
  ): Promise<FiguresType> {
    const population = populationOf(filter, context);
    if (!(await mayBeCounted(context, { root: number, population }))) throw failure('NOT_GRANTED');
    return figuresOver({ root: number }, population);
  }
}

@Resolver(() => UnitType)
export class UnitFigures {
  @FieldResolver(() => FiguresType, {
    description:
      '统计指标: figures of what the unit answers for; case by case its own part, not the whole case',
  })
  figures(
    @Root() { unitId }: UnitType,
    @Ctx() context: EvaluationContext,
    @Arg('filter', () => FigureFilterInput, FILTER) filter: FigureFilterInput,
  ): FiguresType {
    return figuresOver({ unitId }, populationOf(filter, context));
  }
}

export function populationOf(filter: FigureFilterInput, context: EvaluationContext): Population {
  const population = readFilter(filter, context.now());
  if (isFault(population)) throw badInput(population.zh, population.en);
  return population;
}

const figuresOver = (subject: Subject, population: Population): FiguresType =>
  Object.assign(new FiguresType(), { subject, population });
