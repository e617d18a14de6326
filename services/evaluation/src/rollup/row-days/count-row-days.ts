import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { type DayCounts, dayCounts } from '../../figures/handling-days/day-counts.js';
import { mayCount } from '../../tree/locality-tree.js';
import { tenantsOf } from '../../tree/tree-view.js';
import { isEmpty, sharing } from '../../tree/withheld.js';
import { rollUp } from '../rollup.js';
import { PRICE_LIMIT, priceOfDays } from '../rollup-question.js';
import { placedIn, type RowsAsked } from '../show-rollup/count-rows.js';

/**
 * 办理天数: of every row of a breakdown, by its id, how many items took how many days: one statement over
 * the facts, whatever the rows. A row without a reply has none.
 */
export const countRowDays = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { root, population, question }: RowsAsked) {
    if (!mayCount(viewer.tenant, root, await figures.places(), population.day))
      return refuse('LOCALITY_NOT_BELOW');
    const withheld = await figures.withheld();
    const rows = placedIn(root, question, population, await figures.places(population.knownAt))
      .map(({ placing, members }) => ({ placing, members: sharing(members, withheld) }))
      .filter(({ members }) => !isEmpty(members));
    const localities = new Set(rows.flatMap(({ members }) => tenantsOf(members))).size;
    const cost = priceOfDays(question, { rows: rows.length, localities }, population);
    if (cost > PRICE_LIMIT) return refuse('TOO_EXPENSIVE', { cost, limit: PRICE_LIMIT });
    const groups = await figures.tallyDays({
      groups: rows.map(({ placing, members }) => ({ of: placing.place, ...members })),
      population,
      by: question.facts,
      byClass: question.by.includes('OUTCOME'),
    });
    const placed = rows.map(({ placing }, at) => ({ placing, tallies: groups[at] ?? [] }));
    const counted = rollUp(question, placed);
    return accept(new Map(counted.map(({ id, tallies }): [string, DayCounts] => [id, dayCounts(tallies)])));
  },
});
