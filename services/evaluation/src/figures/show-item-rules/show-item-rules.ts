import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { mayCount } from '../../tree/locality-tree.js';
import { tenantsOf } from '../../tree/tree-view.js';
import { sharing } from '../../tree/withheld.js';
import { membersIn } from '../count-figures/count-figures.js';
import type { Population } from '../figure-filter.js';

type OfLocalities = { readonly roots: readonly number[]; readonly population: Population };
type OfUnits = { readonly unitIds: readonly string[]; readonly population: Population };

/** By which rules the cases behind some localities' figures got their values; a line for each way, the common one null. */
export const showItemRules = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { roots, population }: OfLocalities) {
    const places = await figures.places();
    if (!roots.every((root) => mayCount(viewer.tenant, root, places, population.day)))
      return refuse('LOCALITY_NOT_BELOW');
    const members = membersIn(population, await figures.places(population.knownAt));
    const withheld = await figures.withheld();
    const views = roots.map((root) => new Set(tenantsOf(sharing(members(root), withheld))));
    const everybody = [...new Set(views.flatMap((view) => [...view]))];
    const found = await figures.rules(everybody, null, population);
    return accept(views.map((view) => linesOf(found.filter(({ tenant }) => view.has(tenant)))));
  },
});

/** The same for units of the own locality. */
export const showUnitItemRules = query({
  action: 'unit-figures:count',
  async execute({ figures }: EvaluationDeps, viewer, { unitIds, population }: OfUnits) {
    const found = await figures.rules([viewer.tenant], unitIds, population);
    return accept(unitIds.map((unitId) => linesOf(found.filter((one) => one.unitId === unitId))));
  },
});

/** The common rules first. */
const linesOf = (found: readonly { readonly countedBy: string | null }[]): readonly (string | null)[] =>
  [...new Set(found.map(({ countedBy }) => countedBy))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
