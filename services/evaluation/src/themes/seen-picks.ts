import type { Viewer } from '@duban/kernel';
import type { EvaluationDeps } from '../evaluation.deps.js';
import { membersIn } from '../figures/count-figures/count-figures.js';
import { isFault, readFilter } from '../figures/figure-filter.js';
import type { CaseSelection } from '../shared-cases/case-selection.js';
import { sightColumns } from '../shared-cases/case-sight.js';
import { seenMembers } from '../shared-cases/drill-cases/drill-cases.js';
import type { PickedCase } from './theme.js';

type Deps = Pick<EvaluationDeps, 'figures' | 'freshness' | 'now'>;

/**
 * Picked cases as far as the viewer may see them now, by the rule for cases behind figures: being picked
 * shows nothing, and what a locality withdraws is gone from the theme too.
 */
export async function seenPicks(
  { figures, freshness, now }: Deps,
  viewer: Viewer,
  themeId: string,
  cases: readonly PickedCase[],
): Promise<CaseSelection> {
  const population = readFilter({}, new Date(now));
  if (isFault(population)) throw new Error(population.en);
  const below = membersIn(population, await figures.places())(viewer.tenant);
  return {
    members: await seenMembers({ figures, freshness }, viewer, below),
    population,
    counted: null,
    keys: [],
    picked: { by: themeId, cases },
    sight: sightColumns(viewer.role),
  };
}
