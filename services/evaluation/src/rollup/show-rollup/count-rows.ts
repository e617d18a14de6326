import { accept, type Outcome, refuse } from '@duban/kernel';
import { addUp } from '../../cells/add-up.js';
import type { Group } from '../../cells/cell-question.js';
import type { Population } from '../../figures/figure-filter.js';
import type { FigureReads } from '../../figures/figures.read.js';
import { mayCount, subtreeOf } from '../../tree/locality-tree.js';
import { placingsOf } from '../placings.js';
import { type Placing, type RollupRow, rollUp } from '../rollup.js';
import { PRICE_LIMIT, priceOf, type RollupQuestion } from '../rollup-question.js';

export type RowsAsked = {
  readonly root: number;
  readonly population: Population;
  readonly question: RollupQuestion;
};

/** Rows of a breakdown: one statement over every locality in view; refused beforehand when it would be too dear. */
export async function countRows(
  figures: FigureReads,
  tenant: number,
  { root, population, question }: RowsAsked,
): Promise<Outcome<RollupRow[]>> {
  const places = await figures.places();
  if (!mayCount(tenant, root, places, population.day)) return refuse('LOCALITY_NOT_BELOW');
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
  return accept(rollUp(question, tallies, placings));
}

/** Localities that stand in one row are one group; without a place, all of them. */
function groupsOf(root: number, tenants: readonly number[], placings: ReadonlyMap<number, Placing>): Group[] {
  const byRow = Map.groupBy(tenants, (tenant) => placings.get(tenant)?.place ?? root);
  return [...byRow].map(([of, localities]) => ({ of, localities }));
}
