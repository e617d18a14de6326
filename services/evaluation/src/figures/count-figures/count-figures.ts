import { accept, query, refuse } from '@duban/kernel';
import { addUp } from '../../cells/add-up.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { mayCount, type Place, subtreeOf } from '../../tree/locality-tree.js';
import type { Population } from '../figure-filter.js';
import type { Asked, Tally } from '../tally.js';

/** The localities a set of figures is summed over. */
export type View = { readonly root: number; readonly population: Population };
export type CountedView = { readonly tenants: readonly number[]; readonly tallies: readonly Tally[] };

/** Which of these localities may be counted by the viewer: the own one and every one below it, as the tree was on the day. */
export const chooseLocalities = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, views: readonly View[]) {
    const places = await figures.places();
    return accept(views.map(({ root, population }) => mayCount(viewer.tenant, root, places, population.day)));
  },
});

type CountFigures = {
  readonly roots: readonly number[];
  readonly population: Population;
  readonly asked: readonly Asked[];
  /** Every locality by itself: who reports, and what can be compared. */
  readonly each: boolean;
};

/**
 * Counts one population in several views at once, from sums or from facts: every number asked for, in
 * one statement. Each view then takes what is its own.
 */
export const countFigures = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { roots, population, asked, each }: CountFigures) {
    const places = await figures.places();
    if (!roots.every((root) => mayCount(viewer.tenant, root, places, population.day)))
      return refuse('LOCALITY_NOT_BELOW');
    const groups = roots.map((of) => ({ of, localities: localitiesOf(of, population, places) }));
    const { byGroup, tallies } = await addUp(figures, { groups, population, asked, each });
    const found = Map.groupBy(tallies, (tally) => tally.tenant);
    return accept(
      groups.map(
        ({ of, localities }): CountedView => ({
          tenants: localities,
          tallies: (byGroup ? [of] : localities).flatMap((tenant) => found.get(tenant) ?? []),
        }),
      ),
    );
  },
});

const localitiesOf = (root: number, population: Population, places: readonly Place[]): number[] =>
  population.subtree ? subtreeOf(root, places, population.day) : [root];

/** The localities that figures of a root are summed over. */
export const listLocalities = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { root, population }: View) {
    const places = await figures.places();
    if (!mayCount(viewer.tenant, root, places, population.day)) return refuse('LOCALITY_NOT_BELOW');
    return accept(localitiesOf(root, population, places));
  },
});

type CountUnitFigures = {
  readonly unitIds: readonly string[];
  readonly population: Population;
  readonly asked: readonly Asked[];
};

/** The same for units of the own locality: what each of them answers for. */
export const countUnitFigures = query({
  action: 'unit-figures:count',
  async execute({ figures }: EvaluationDeps, viewer, { unitIds, population, asked }: CountUnitFigures) {
    const tallies = await figures.tallyUnits(viewer.tenant, unitIds, population, asked);
    const byUnit = Map.groupBy(tallies, (tally) => tally.unitId);
    return accept(
      unitIds.map((unitId): CountedView => ({ tenants: [viewer.tenant], tallies: byUnit.get(unitId) ?? [] })),
    );
  },
});
