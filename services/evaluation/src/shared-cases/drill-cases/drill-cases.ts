import { accept, query, refuse, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { membersIn } from '../../figures/count-figures/count-figures.js';
import type { Population } from '../../figures/figure-filter.js';
import { tellsRatings } from '../../protection/veil.js';
import type { RollupRow } from '../../rollup/rollup.js';
import { placedIn, type RowsAsked } from '../../rollup/show-rollup/count-rows.js';
import { mayCount } from '../../tree/locality-tree.js';
import { type Members, tenantsOf } from '../../tree/tree-view.js';
import { type CaseSelection, type Counted, keysOf } from '../case-selection.js';
import { sightColumns } from '../case-sight.js';
import { type ReadingWay, readingsOf } from '../shared-case.js';
import type { SharedCaseReads } from '../shared-case.store.js';

/** A figure, or a row of a breakdown, whose cases are asked for. */
export type DrillAsked = {
  readonly of:
    | { readonly root: number; readonly population: Population }
    | (RowsAsked & { readonly row: RollupRow });
  readonly counted: Counted | null;
  /** Localities whose numbers are not in the figure. */
  readonly leftOut: ReadonlySet<number>;
};

/** Which cases the viewer may see of those that a number counts. What is withdrawn is gone at once. */
export const selectCases = query({
  action: 'cases:drill' satisfies EvaluationAction,
  purpose: 'COUNTS',
  async execute({ figures, freshness }: EvaluationDeps, viewer, { of, counted, leftOut }: DrillAsked) {
    const { root, population } = of;
    if (!mayCount(viewer.tenant, root, await figures.places(), population.day))
      return refuse('LOCALITY_NOT_BELOW');
    const known = await figures.places(population.knownAt);
    const members = 'row' in of ? membersOfRow(of, known) : membersIn(population, known)(root);
    const seen = await seenMembers({ figures, freshness }, viewer, members, isOfRatings(of, counted));
    return accept<CaseSelection>({
      members: only(seen, (tenant) => !leftOut.has(tenant)),
      population,
      counted,
      keys: 'row' in of ? keysOf(of.question, of.row) : [],
      sight: sightColumns(viewer.role),
    });
  },
});

/**
 * Of some localities, those whose cases the viewer may see: the own one, and those that share them. Whose
 * last word on that has not been heard yet shares nothing until it has.
 */
export async function seenMembers(
  { figures, freshness }: Pick<EvaluationDeps, 'figures' | 'freshness'>,
  { tenant: own }: Viewer,
  members: Members,
  onlyOwn = false,
): Promise<Members> {
  const sharers = onlyOwn ? NOBODY : await figures.sharers();
  const inView = new Set(tenantsOf(members));
  const unheard = await freshness.unheard(new Map([...sharers].filter(([tenant]) => inView.has(tenant))));
  return only(members, (tenant) => tenant === own || (sharers.has(tenant) && !unheard.has(tenant)));
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/** How a case was rated is not among what is shared: by ratings, others' cases are counted and not listed. */
const isOfRatings = (of: DrillAsked['of'], counted: Counted | null): boolean =>
  (counted !== null && tellsRatings(counted.asked.name)) ||
  ('row' in of && of.question.by.includes('SATISFACTION'));

const only = ({ localities, parts }: Members, isSeen: (tenant: number) => boolean): Members => ({
  localities: localities.filter(isSeen),
  parts: parts.filter(({ tenant }) => isSeen(tenant)),
});

function membersOfRow(
  { root, population, question, row }: RowsAsked & { readonly row: RollupRow },
  places: Parameters<typeof placedIn>[3],
): Members {
  const placed = placedIn(root, question, population, places);
  const own = placed.filter(
    ({ placing }) =>
      question.place === null || (placing.place === row.place && placing.ownOnly === row.ownOnly),
  );
  return {
    localities: own.flatMap(({ members }) => members.localities),
    parts: own.flatMap(({ members }) => members.parts),
  };
}

type ReadCases = {
  readonly selection: CaseSelection;
  readonly page: Parameters<SharedCaseReads['page']>[1];
  readonly largest?: number;
  readonly way: ReadingWay;
};

/** One page of them. What it shows of others is written down before it leaves. */
export const readCases = query({
  action: 'cases:drill' satisfies EvaluationAction,
  purpose: 'SHARED',
  async execute(
    { sharedCases, readingLog }: EvaluationDeps,
    viewer,
    { selection, page, largest, way }: ReadCases,
  ) {
    const slice = await sharedCases.page(selection, page, largest);
    const cases = slice.items.map(({ row }) => row);
    const { population, counted, keys, picked } = selection;
    const asked = JSON.stringify([population.key, counted, keys, ...(picked ? [picked.by] : [])]);
    await readingLog.record(viewer, readingsOf(cases, { own: viewer.tenant, way, asked }));
    return accept(slice);
  },
});

export const countCases = query({
  action: 'cases:drill' satisfies EvaluationAction,
  purpose: 'SHARED',
  async execute({ sharedCases }: EvaluationDeps, _viewer, selection: CaseSelection) {
    return accept(await sharedCases.count(selection));
  },
});
