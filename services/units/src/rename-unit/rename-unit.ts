import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../locality.store.js';
import { checkVersion, decideRename } from '../unit.js';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';

export type RenameUnit = {
  readonly unit: Key;
  readonly name: string;
  readonly shortName: string;
  readonly expectedVersion: number | null;
};

/** 更改承办单位名称: cases keep the unit and show the new name. */
export const renameUnit = useCase({
  action: 'unit:rename' satisfies UnitsAction,
  async execute({ units }: Pick<UnitsDeps, 'units'>, _viewer: Viewer, input: RenameUnit) {
    const unit = await units.find(input.unit);
    if (!unit) return refuse('UNIT_NOT_FOUND');
    const stale = checkVersion(unit, input.expectedVersion);
    if (stale) return stale;
    const sameName = await units.isNameTaken([input.name, input.shortName], unit.id);
    const decision = decideRename(unit, input, { sameName });
    if (!decision.accepted) return decision;
    await units.append(unit.id, unit.version, decision.value);
    return accept(input.unit);
  },
});
