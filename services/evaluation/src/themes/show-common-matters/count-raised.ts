import { accept, query } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Population } from '../../figures/figure-filter.js';
import type { PlaceDimension } from '../../rollup/dimension.js';
import { countRows } from '../../rollup/show-rollup/count-rows.js';
import type { Raised } from '../common-matters.js';

type Asked = { readonly root: number; readonly population: Population; readonly by: PlaceDimension };

/** How many items of each canonical category every locality of a level has. */
export const countRaised = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, { tenant }, { root, population, by }: Asked) {
    const rows = await countRows(figures, tenant, {
      root,
      population,
      question: {
        by: [by, 'CATEGORY'],
        place: by,
        facts: [{ name: 'CATEGORY', column: 'canonicalCategory' }],
        asked: [{ name: 'RECEIVED', axis: 'RESULT', round: 'FINAL' }],
      },
    });
    if (!rows.accepted) return rows;
    return accept(
      rows.value.flatMap(({ place, keys, tallies }): Raised[] => {
        const items = tallies.reduce((sum, tally) => sum + tally.items, 0);
        return place === null ? [] : [{ locality: place, category: keys.CATEGORY ?? null, items }];
      }),
    );
  },
});
