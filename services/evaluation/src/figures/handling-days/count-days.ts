import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { mayCount } from '../../tree/locality-tree.js';
import { sharing } from '../../tree/withheld.js';
import { countedOf, membersIn, sharesNothing, type View } from '../count-figures/count-figures.js';
import { dayCounts } from './day-counts.js';

/** 办理天数: how many items of a view took how many days, counted from the facts; null where nobody in view shares any figure. */
export const countDays = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { root, population }: View) {
    if (!mayCount(viewer.tenant, root, await figures.places(), population.day))
      return refuse('LOCALITY_NOT_BELOW');
    const known = await figures.places(population.knownAt);
    const members = membersIn(population, known)(root);
    const withheld = await figures.withheld();
    if (sharesNothing(countedOf(members, population, known, withheld))) return accept(null);
    const groups = [{ of: root, ...sharing(members, withheld) }];
    const tallies = await figures.tallyDays({ groups, population, by: [], byClass: false });
    return accept(dayCounts(tallies.flat()));
  },
});
