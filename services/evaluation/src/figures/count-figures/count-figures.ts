import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { toldSums } from '../../protection/told-sums.js';
import { placedMembers } from '../../rollup/placings.js';
import { mayCount, type Place, parentsOn, subtreeOf } from '../../tree/locality-tree.js';
import { type Members, standingsOf, tenantsOf } from '../../tree/tree-view.js';
import { sharing, type Withheld, withheldOf } from '../../tree/withheld.js';
import type { Population } from '../figure-filter.js';
import type { Asked, Tally } from '../tally.js';

/** The localities a set of figures is summed over. */
export type View = { readonly root: number; readonly population: Population };
export type CountedView = {
  /** Those who are expected to report. */
  readonly tenants: readonly number[];
  readonly tallies: readonly Tally[];
  /** Those who share nothing with the viewer: no tally is theirs. */
  readonly withheld: readonly number[];
};

/** Nobody in view lets themselves be counted: there is no figure, not even zero. */
export const sharesNothing = ({ tenants, withheld }: Omit<CountedView, 'tallies'>): boolean =>
  tenants.length === 0 && withheld.length > 0;

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
    const known = await figures.places(population.knownAt);
    const membersOf = membersIn(population, known);
    const withheld = await figures.withheld();
    const views = roots.map((of) => ({ of, all: membersOf(of) }));
    const counted = views.map(({ of, all }) => ({ of, ...sharing(all, withheld) }));
    const { groups } = await toldSums(figures, viewer.tenant, { groups: counted, population, asked, each });
    return accept(
      views.map(({ all }, at): CountedView => {
        return { ...countedOf(all, population, known, withheld), tallies: groups[at] ?? [] };
      }),
    );
  },
});

/** Of those who are expected to report, who is counted and who shares nothing. */
export function countedOf(
  members: Members,
  population: Population,
  places: readonly Place[],
  withheld: Withheld,
): Omit<CountedView, 'tallies'> {
  const expected = expectedOf(members, population, places);
  const missed = withheldOf(expected, withheld);
  const tenants = missed.length === 0 ? expected : expected.filter((each) => !withheld.has(each));
  return { tenants, withheld: missed };
}

/** Whose items the figures of a root are made of. */
export function membersIn(population: Population, places: readonly Place[]): (root: number) => Members {
  if (!population.subtree) return (root) => ({ localities: [root], parts: [] });
  if (population.tree === 'AS_IT_IS')
    return (root) => ({ localities: subtreeOf(root, places, population.day), parts: [] });
  const standings = standingsOf(population.tree, places, population.day);
  return (root) => placedMembers(root, null, standings)[0]?.members ?? { localities: [root], parts: [] };
}

/** Who is there on the day to report. One that is no more is not missed; what it left is counted. */
function expectedOf(members: Members, { day }: Population, places: readonly Place[]): readonly number[] {
  const known = parentsOn(places, day);
  return tenantsOf(members).filter((tenant) => known.get(tenant)?.ended !== true);
}

/** The localities that figures of a root are summed over. */
export const listLocalities = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, { root, population }: View) {
    const places = await figures.places();
    if (!mayCount(viewer.tenant, root, places, population.day)) return refuse('LOCALITY_NOT_BELOW');
    const known = await figures.places(population.knownAt);
    return accept(tenantsOf(sharing(membersIn(population, known)(root), await figures.withheld())));
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
      unitIds.map(
        (unitId): CountedView => ({
          tenants: [viewer.tenant],
          tallies: byUnit.get(unitId) ?? [],
          withheld: [],
        }),
      ),
    );
  },
});
