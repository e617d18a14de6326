import { comparableTallies } from '../figures/coverage.js';
import type { Population } from '../figures/figure-filter.js';
import { metricOf } from '../figures/metrics.js';
import { type Asked, type Tally } from '../figures/tally.js';
import type { FactDimension } from '../rollup/dimension.js';
import type { RollupRow } from '../rollup/rollup.js';
import type { RollupQuestion } from '../rollup/rollup-question.js';
import type { Members } from '../tree/tree-view.js';
import type { SightColumns } from './case-sight.js';

/** Which of the two numbers of a figure. */
export const SIDES = ['NUMERATOR', 'DENOMINATOR'] as const;
export type Side = (typeof SIDES)[number];

/** Cases that one number of a figure counts. */
export type Counted = { readonly asked: Asked; readonly side: Side };

/** What the cases of a row share beside their place. */
export type SharedKey =
  | { readonly dimension: FactDimension; readonly value: string | null; readonly several: boolean }
  | { readonly outcomes: readonly (string | null)[] };

/** Cases picked for something, by its id. */
export type Picking = {
  readonly by: string;
  readonly cases: readonly { readonly ownerId: number; readonly caseId: string }[];
};

/** Which cases: of whom, under which filter, counted by what, with which keys. The list, its number and its export go by the same one. */
export type CaseSelection = {
  readonly members: Members;
  readonly population: Population;
  /** Null: whatever falls under the filter. */
  readonly counted: Counted | null;
  readonly keys: readonly SharedKey[];
  /** Of these, the ones that somebody picked one by one; left out: all. */
  readonly picked?: Picking;
  readonly sight: SightColumns;
};

export type SelectionFault = { readonly zh: string; readonly en: string };

/** What cannot be gone into case by case; null when it can. */
export function drillFault({ asked, side }: Counted): SelectionFault | null {
  const { numerator, denominator, zh } = metricOf(asked.name);
  const term = side === 'NUMERATOR' ? numerator : denominator;
  if (!term)
    return { zh: `“${zh}”没有分母。`, en: `${asked.name} is a plain number: it has no denominator.` };
  if (!term.sum) return null;
  return {
    zh: `“${zh}”数的不是件,不能逐件列出。`,
    en: `${asked.name} does not count cases: it cannot be listed case by case.`,
  };
}

/** Localities whose numbers are left out of a figure because their classes cannot be compared. */
export function leftOut(counted: Counted | null, tallies: readonly Tally[]): ReadonlySet<number> {
  if (!counted || !metricOf(counted.asked.name).byClass) return new Set();
  return notCompared(tallies);
}

export function notCompared(tallies: readonly Tally[]): ReadonlySet<number> {
  const compared = new Set(comparableTallies(tallies).map(({ tenant }) => tenant));
  return new Set(tallies.map(({ tenant }) => tenant).filter((tenant) => !compared.has(tenant)));
}

/** What the cases of a row of a breakdown share, as conditions on their facts. */
export function keysOf({ facts, by }: RollupQuestion, { keys, tallies }: RollupRow): SharedKey[] {
  const own = facts.map(
    ({ name, ...dimension }): SharedKey => ({
      dimension,
      value: keys[name] ?? null,
      several: name === 'TIER',
    }),
  );
  if (!by.includes('OUTCOME')) return own;
  return [...own, { outcomes: [...new Set(tallies.map(({ outcomes }) => outcomes))] }];
}
