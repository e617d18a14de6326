import type { CalendarDate } from '@duban/kernel';
import { type Place, parentsOn } from '../tree/locality-tree.js';
import type { PlaceDimension } from './dimension.js';
import type { Placing } from './rollup.js';

/**
 * In which row each locality of a view stands: that of the locality itself or the nearest above it of
 * the level asked for, within the view. One that stands above that level has a row of its own, for
 * its own items alone; so the rows add up to the whole.
 */
export function placingsOf(
  root: number,
  dimension: PlaceDimension,
  tenants: readonly number[],
  places: readonly Place[],
  day: CalendarDate,
): ReadonlyMap<number, Placing> {
  const parents = parentsOn(places, day);
  const isRow = (tenant: number): boolean => {
    const known = parents.get(tenant);
    return dimension === 'CHILD' ? known?.parent === root && tenant !== root : known?.level === dimension;
  };
  return new Map(
    tenants.map((tenant): [number, Placing] => {
      for (
        let at: number | null = tenant;
        at !== null;
        at = at === root ? null : (parents.get(at)?.parent ?? null)
      )
        if (isRow(at)) return [tenant, { place: at, ownOnly: false }];
      return [tenant, { place: tenant, ownOnly: true }];
    }),
  );
}
