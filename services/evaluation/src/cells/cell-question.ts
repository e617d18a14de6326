import type { FactColumn } from '../facts/fact.js';
import type { Population } from '../figures/figure-filter.js';
import { isComparable } from '../figures/partition.js';
import type { Tally } from '../figures/tally.js';
import type { FactDimension } from '../rollup/dimension.js';
import type { Cube } from './cell.js';

/** Localities that are added up, and the one in whose cells they are. */
export type Group = { readonly of: number; readonly localities: readonly number[] };

/** Columns of facts that cells are divided by, and what they are called there. */
const DIVIDED_BY: Readonly<Partial<Record<FactColumn, string>>> = {
  year: 'year',
  kind: 'kind',
  period: 'period',
  canonicalCategory: 'category',
  unitSystem: 'system',
};

export type CellQuestion = { readonly cube: Cube; readonly columns: readonly string[] };

/** What is read of cells; null where only facts can tell: days, an instant, or a division that cells do not have. */
export function cellQuestion(
  { from, to, category, asOf, knownAt }: Population,
  by: readonly FactDimension[],
): CellQuestion | null {
  if (from !== null || to !== null || asOf !== null || knownAt !== null) return null;
  const columns = by.flatMap(({ column, month, since }) =>
    month || since ? [] : (DIVIDED_BY[column] ?? []),
  );
  if (columns.length < by.length) return null;
  return { cube: category !== null || columns.includes('category') ? 'CATEGORY' : 'PLAIN', columns };
}

/** Classes that cannot be told apart by meaning are judged locality by locality: sums do not know whose they are. */
export const mixesMeanings = (tallies: readonly Tally[]): boolean =>
  tallies.some(({ outcomes, classified }) => outcomes !== null && classified > 0 && !isComparable(outcomes));

/** Each locality by itself. */
export const oneByOne = (groups: readonly Group[]): Group[] =>
  [...new Set(groups.flatMap(({ localities }) => localities))].map((of) => ({ of, localities: [of] }));

/** Where groups are read: one locality alone in its own cells, others in the sums of the one above. */
export type Source = {
  readonly own: readonly number[];
  /** With the localities that the sums have to be of. */
  readonly all: ReadonlyMap<number, readonly number[]>;
};

/** Nothing is read of a group without a locality: who is in it shares nothing. */
export function sourceOf(groups: readonly Group[]): Source {
  const isOwn = ({ of, localities }: Group): boolean => localities.length === 1 && localities[0] === of;
  const summed = groups.filter((group) => !isOwn(group) && group.localities.length > 0);
  return {
    own: groups.filter(isOwn).map(({ of }) => of),
    all: new Map(summed.map(({ of, localities }) => [of, localities])),
  };
}
