import { accept, type Outcome, refuse } from '@duban/kernel';
import type { Population } from '../../figures/figure-filter.js';
import type { FigureReads } from '../../figures/figures.read.js';
import { mayDivideByRating, toldSums } from '../../protection/told-sums.js';
import { mayCount, type Place } from '../../tree/locality-tree.js';
import { oncePer } from '../../tree/once-per.js';
import { standingsOf, tenantsOf } from '../../tree/tree-view.js';
import { isEmpty, sharing, type Withheld } from '../../tree/withheld.js';
import { type PlacedMembers, placedMembers } from '../placings.js';
import { type RollupRow, rollUp } from '../rollup.js';
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
  const placed = sharedRows(
    placedIn(root, question, population, await figures.places(population.knownAt)),
    await figures.withheld(),
  );
  const cost = priceOf(question, countedIn(placed), population);
  if (cost > PRICE_LIMIT) return refuse('TOO_EXPENSIVE', { cost, limit: PRICE_LIMIT });
  const sums = {
    groups: placed.map(({ placing, members }) => ({ of: placing.place, ...members })),
    population,
    asked: question.asked,
    by: question.facts,
    byOutcome: question.by.includes('OUTCOME'),
  };
  const [first] = question.asked;
  if (first && question.by.includes('SATISFACTION'))
    if (!(await mayDivideByRating(figures, tenant, sums, first.axis))) return refuse('RATINGS_PROTECTED');
  const { groups } = await toldSums(figures, tenant, sums);
  return accept(
    rollUp(
      question,
      placed.map(({ placing }, at) => ({ placing, tallies: groups[at] ?? [] })),
    ),
  );
}

/** Rows without those who share nothing, as long as anybody is left in them. */
function sharedRows(rows: readonly PlacedMembers[], withheld: Withheld): readonly PlacedMembers[] {
  if (withheld.size === 0) return rows;
  return rows
    .map(({ placing, members }) => ({ placing, members: sharing(members, withheld) }))
    .filter(({ members }) => !isEmpty(members));
}

/** How many localities there are in all rows. */
const countedIn = (placed: readonly PlacedMembers[]): number =>
  oncePer(placed, 'localities', () => new Set(placed.flatMap(({ members }) => tenantsOf(members))).size);

/** Localities that stand in one row are one group; without a place, all of them. */
export function placedIn(
  root: number,
  { place }: RollupQuestion,
  { tree, subtree, day }: Population,
  places: readonly Place[],
): readonly PlacedMembers[] {
  const standings = standingsOf(tree, places, day);
  if (subtree) return placedMembers(root, place, standings);
  const own = standings.filter(({ part }) => part.tenant === root);
  return placedMembers(root, place, own);
}
