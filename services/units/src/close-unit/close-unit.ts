import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../locality.store.js';
import { checkVersion, decideClose } from '../unit.js';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';

export type CloseUnit = {
  readonly unit: Key;
  readonly lastDay: string;
  readonly successor: Key | null;
  readonly expectedVersion: number | null;
};

/** 撤销承办单位: after its last day; whoever takes its work over is kept with it. */
export const closeUnit = useCase({
  action: 'unit:close' satisfies UnitsAction,
  async execute({ units }: Pick<UnitsDeps, 'units'>, _viewer: Viewer, input: CloseUnit) {
    const unit = await units.find(input.unit);
    if (!unit) return refuse('UNIT_NOT_FOUND');
    const stale = checkVersion(unit, input.expectedVersion);
    if (stale) return stale;
    const successor = input.successor ? await units.find(input.successor) : undefined;
    const decision = decideClose(unit, input.lastDay, successor);
    if (!decision.accepted) return decision;
    await units.append(unit.id, unit.version, decision.value);
    return accept(input.unit);
  },
});
