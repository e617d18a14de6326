import { accept, query, refuse } from '@duban/kernel';
import type { PartedGroup } from '../../cells/add-up.js';
import { oneByOne } from '../../cells/cell-question.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { membersIn } from '../../figures/count-figures/count-figures.js';
import type { Population } from '../../figures/figure-filter.js';
import { mayCount } from '../../tree/locality-tree.js';
import { sharing } from '../../tree/withheld.js';
import { COUNTED_LIVE, type Proof, proofOf, type Recounts } from '../proof.js';

type ShowProof = { readonly roots: readonly number[]; readonly population: Population };

/** What is known of the cells that plain sums over these localities are read from, for several in one go. */
export const showProof = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures, proofs }: EvaluationDeps, viewer, { roots, population }: ShowProof) {
    const places = await figures.places();
    if (!roots.every((root) => mayCount(viewer.tenant, root, places, population.day)))
      return refuse('LOCALITY_NOT_BELOW');
    const membersOf = membersIn(population, await figures.places(population.knownAt));
    const withheld = await figures.withheld();
    const groups = roots.map((of) => ({ of, ...sharing(membersOf(of), withheld) }));
    const { whole, single } = await cellsRead(figures, groups, population);
    const [ofGroups, ofEach] = [
      await proofs.recounts(whole, population),
      await proofs.recounts(single ?? [], population),
    ];
    return accept(
      groups.map((group): Proof => {
        if (whole.includes(group)) return proofOf(found(ofGroups, [group.of]));
        return single ? proofOf(found(ofEach, group.localities)) : COUNTED_LIVE;
      }),
    );
  },
});

const found = (recounts: ReadonlyMap<number, Recounts>, tenants: readonly number[]): Recounts[] =>
  tenants.flatMap((tenant) => recounts.get(tenant) ?? []);

/**
 * The same choice of sources that figures make (`add-up.ts`): sums of whole groups, own cells of each
 * locality of the others; null where these count facts.
 */
async function cellsRead(
  { tallyCells }: EvaluationDeps['figures'],
  groups: readonly PartedGroup[],
  population: Population,
) {
  const plain = groups.filter(({ parts = [] }) => parts.length === 0);
  const whole = plain.length > 0 && (await tallyCells(plain, population, [])) ? plain : [];
  const each = oneByOne(groups.filter((group) => !whole.includes(group)));
  const single = each.length === 0 || (await tallyCells(each, population, [])) ? each : null;
  return { whole, single };
}
