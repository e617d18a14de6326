import { accept, query, type Rounding, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Population } from '../../figure-filter.js';
import { mayCount, subtreeOf } from '../../locality-tree.js';
import { chosenRows, type Having, type RowOrder } from '../chosen-rows.js';
import { placingsOf } from '../placings.js';
import { rollUp } from '../rollup.js';
import { PRICE_LIMIT, priceOf, type RollupQuestion } from '../rollup-question.js';

export type ShowRollup = {
  readonly root: number;
  readonly population: Population;
  readonly question: RollupQuestion;
  readonly rounding: Rounding;
  readonly having: readonly Having[];
  readonly order: RowOrder | null;
};

/** 分解汇总: one statement over every locality in view, put into rows; refused beforehand when it would be too dear. */
export const showRollup = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, asked: ShowRollup) {
    const { root, population, question } = asked;
    const places = await figures.places();
    if (!mayCount(viewer.tenant, root, places, population.day)) return refuse('LOCALITY_NOT_BELOW');
    const tenants = population.subtree ? subtreeOf(root, places, population.day) : [root];
    const cost = priceOf(question, tenants.length, population);
    if (cost > PRICE_LIMIT) return refuse('TOO_EXPENSIVE', { cost, limit: PRICE_LIMIT });
    const tallies = await figures.tallyCases(tenants, population, question.asked, question.facts);
    const placings = question.place
      ? placingsOf(root, question.place, tenants, places, population.day)
      : new Map();
    const rows = rollUp(question, tallies, placings);
    return accept(chosenRows(rows, question.asked, asked.rounding, asked.having, asked.order));
  },
});
