import type { Place } from '../tree/locality-tree.js';
import { oncePer } from '../tree/once-per.js';
import { type Members, membersOf, type Part, type Standing } from '../tree/tree-view.js';
import type { PlaceDimension } from './dimension.js';
import type { Placing } from './rollup.js';

/** Whose items stand in one row. */
export type PlacedMembers = { readonly placing: Placing; readonly members: Members };

/**
 * The rows of a view with the localities in each: a row is that of the locality itself or of the nearest
 * above it of the level asked for, within the view. One that stands above that level has a row of its
 * own, for its own items alone; so the rows add up to the whole. Without a dimension the view is one
 * row. Localities that are no more have no row: what they left counts where they stand now.
 */
export const placedMembers = (
  root: number,
  dimension: PlaceDimension | null,
  standings: readonly Standing[],
): readonly PlacedMembers[] =>
  oncePer(standings, `${dimension} below ${root}`, () =>
    Object.freeze(placedBelow(root, dimension, standings)),
  );

function placedBelow(
  root: number,
  dimension: PlaceDimension | null,
  standings: readonly Standing[],
): PlacedMembers[] {
  const rows = new Map<string, { placing: Placing; parts: Part[] }>();
  const known = standings.some(({ part }) => part.tenant === root);
  for (const { part, chain } of known ? standings : [...standings, alone(root)]) {
    const within = upTo(root, chain, part.tenant);
    if (!within) continue;
    const placing = placingOf(root, dimension, within);
    const key = `${placing.place} ${placing.ownOnly}`;
    const row = rows.get(key) ?? { placing, parts: [] };
    row.parts.push(part);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ placing, parts }) => ({ placing, members: membersOf(parts) }));
}

/** A locality of which the tree has not heard counts for itself. */
const alone = (tenant: number): Standing => ({ part: { tenant, from: null, until: 'infinity' }, chain: [] });

type Step = Pick<Place, 'tenant' | 'parent' | 'level' | 'ended'>;

/** From a locality up to the root; null where the root is not above it. A root belongs to itself, wherever it stands. */
function upTo(root: number, chain: readonly Place[], tenant: number): readonly Step[] | null {
  const at = chain.findIndex((place) => place.tenant === root);
  if (at >= 0) return chain.slice(0, at + 1);
  return tenant === root ? [{ tenant, parent: null, level: '', ended: false }] : null;
}

function placingOf(root: number, dimension: PlaceDimension | null, chain: readonly Step[]): Placing {
  if (dimension === null) return { place: root, ownOnly: false };
  const isRow = ({ tenant, parent, level, ended }: Step): boolean =>
    !ended && (dimension === 'CHILD' ? parent === root && tenant !== root : level === dimension);
  const row = chain.find(isRow);
  if (row) return { place: row.tenant, ownOnly: false };
  const standing = chain.find(({ ended }) => !ended);
  return { place: standing?.tenant ?? root, ownOnly: true };
}
