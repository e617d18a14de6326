import { accept, type Shared, useCase, type Viewer } from '@duban/kernel';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';
import { decideSharing } from './sharing.js';

/** 设置共享范围: what those above see of the locality's cases, from now on. */
export const setSharing = useCase({
  action: 'sharing:set' satisfies UnitsAction,
  async execute({ sharing }: Pick<UnitsDeps, 'sharing'>, viewer: Viewer, wish: Shared) {
    const decision = decideSharing(await sharing.saidForChange(), wish);
    if (!decision.accepted) return decision;
    await sharing.say(decision.value);
    return accept(viewer.tenant);
  },
});
