import { expect, test } from '@jest/globals';
import { type Population, readFilter } from '../figures/figure-filter.js';
import { isRollupFault, PRICE_LIMIT, priceOf, type RollupWish, readRollup } from './rollup-question.js';

const priceFor = (by: RollupWish['by'], localities: number, years: number[] | null): number => {
  const population = readFilter({ years }, new Date()) as Population;
  const question = readRollup({ by, metrics: ['REPLY_RATE'], axis: 'RESULT', round: 'FINAL' });
  if (isRollupFault(question)) throw new Error(question.en);
  return priceOf(question, localities, population);
};

test.each<[string, RollupWish['by'], number, number[] | null, boolean]>([
  [
    'all counties of the country over five years',
    ['COUNTY', 'YEAR'],
    3250,
    [2020, 2021, 2022, 2023, 2024],
    true,
  ],
  ['a province by county, year and category', ['COUNTY', 'YEAR', 'CATEGORY'], 140, [2023, 2024], true],
  ['the country by county, month and category', ['COUNTY', 'MONTH', 'CATEGORY'], 3250, null, false],
])('%s', (_, by, localities, years, fits) => {
  expect(priceFor(by, localities, years) <= PRICE_LIMIT).toBe(fits);
});
