import type { Population } from '../figures/figure-filter.js';
import { metricOf } from '../figures/metrics.js';
import type { Asked, Tally } from '../figures/tally.js';
import type { FactDimension } from '../rollup/dimension.js';
import { type Group, mixesMeanings, oneByOne } from './cell-question.js';

type Reads = {
  tallyCells(
    groups: readonly Group[],
    population: Population,
    asked: readonly Asked[],
    by: readonly FactDimension[],
  ): Promise<readonly Tally[] | null>;
  tallyCases(
    tenants: readonly number[],
    population: Population,
    asked: readonly Asked[],
    by: readonly FactDimension[],
  ): Promise<readonly Tally[]>;
};

type Question = {
  readonly groups: readonly Group[];
  readonly population: Population;
  readonly asked: readonly Asked[];
  readonly by?: readonly FactDimension[];
  /** Who reports and what can be compared is asked as well: every locality by itself. */
  readonly each?: boolean;
  /** The classes themselves are asked about. */
  readonly byOutcome?: boolean;
};

/** Numbers, and whether each stands for its whole group or for one locality of it. */
export type AddedUp = { readonly byGroup: boolean; readonly tallies: readonly Tally[] };

/**
 * The numbers of some groups of localities from the dearest source that is needed and no dearer: sums
 * of a group, sums of each locality, or the facts themselves. All three give the same figures.
 */
export async function addUp(reads: Reads, question: Question): Promise<AddedUp> {
  const { groups, population, asked, by = [], each = false, byOutcome = false } = question;
  if (!each) {
    const sums = await reads.tallyCells(groups, population, asked, by);
    const judged = byOutcome || asked.some(({ name }) => metricOf(name).byClass);
    if (sums && !(judged && mixesMeanings(sums))) return { byGroup: true, tallies: sums };
  }
  const single = oneByOne(groups);
  const own = await reads.tallyCells(single, population, asked, by);
  if (own) return { byGroup: false, tallies: own };
  const everyone = single.map(({ of }) => of);
  return { byGroup: false, tallies: await reads.tallyCases(everyone, population, asked, by) };
}
