import { accept, query, type Rounding, refuse } from '@duban/kernel';
import { addUp } from '../../cells/add-up.js';
import type { Group } from '../../cells/cell-question.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Population } from '../../figures/figure-filter.js';
import { mayCount, subtreeOf } from '../../tree/locality-tree.js';
import { chosenRows, type Having, type RowOrder } from '../chosen-rows.js';
import { placingsOf } from '../placings.js';
import { type Placing, rollUp } from '../rollup.js';
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
    const placings = question.place
      ? placingsOf(root, question.place, tenants, places, population.day)
      : new Map<number, Placing>();
    const { tallies } = await addUp(figures, {
      groups: groupsOf(root, tenants, placings),
      population,
      asked: question.asked,
      by: question.facts,
      byOutcome: question.by.includes('OUTCOME'),
    });
    const rows = rollUp(question, tallies, placings);
    return accept(chosenRows(rows, question.asked, asked.rounding, asked.having, asked.order));
  },
});

/** Localities that stand in one row are one group; without a place, all of them. */
function groupsOf(root: number, tenants: readonly number[], placings: ReadonlyMap<number, Placing>): Group[] {
  const byRow = Map.groupBy(tenants, (tenant) => placings.get(tenant)?.place ?? root);
  return [...byRow].map(([of, localities]) => ({ of, localities }));
}
