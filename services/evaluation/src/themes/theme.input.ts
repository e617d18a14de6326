import { badInput } from '@duban/kernel/graphql';
import { InputType } from 'type-graphql';
import type { EvaluationContext } from '../evaluation.context.js';
import { CanonicalFilterInput } from '../figures/figure.input.js';
import { isFault, readFilter } from '../figures/figure-filter.js';
import { type ThemeFilter, themeFilter } from './theme.js';

@InputType('ThemeFilterInput', {
  description: '专题口径: which items the theme is about; conditions add up, left out means all',
})
export class ThemeFilterInput extends CanonicalFilterInput {}

/** What figures would be asked by, or BAD_USER_INPUT. */
export function readThemeFilter(filter: ThemeFilterInput, context: EvaluationContext): ThemeFilter {
  const population = readFilter(filter, context.now());
  if (isFault(population)) throw badInput(population.zh, population.en);
  return themeFilter(population);
}
