import { accept, query, type Viewer } from '@duban/kernel';
import type { Key } from '../locality.store.js';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';

/** 按编号查承办单位: null for another locality's unit as for one that never existed. */
export const findUnit = query({
  action: 'unit:read' satisfies UnitsAction,
  async execute({ unitReads }: Pick<UnitsDeps, 'unitReads'>, _viewer: Viewer, key: Key) {
    const [unit = null] = await unitReads.byIds([key]);
    return accept(unit);
  },
});
