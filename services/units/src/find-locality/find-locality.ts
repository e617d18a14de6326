import { accept, query, type Viewer } from '@duban/kernel';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';

/** 按代码查地方: null for what does not exist and for what the viewer may not know, which is the same. */
export const findLocality = query({
  action: 'locality:read' satisfies UnitsAction,
  async execute({ localities }: Pick<UnitsDeps, 'localities'>, _viewer: Viewer, code: string) {
    return accept(/^\d{6}$/.test(code) ? await localities.findByCode(code) : null);
  },
});
