import { defineAccess, ROLES } from '@duban/kernel';

/** Who may try what in this service. Names of localities and units are for everybody of the locality. */
export const UNITS_ACCESS = defineAccess({
  'locality:read': ROLES,
  'unit:read': ROLES,
  'unit:register': ['TENANT_ADMIN'],
  'unit:rename': ['TENANT_ADMIN'],
  'unit:close': ['TENANT_ADMIN'],
  'sharing:set': ['TENANT_ADMIN'],
});

export type UnitsAction = keyof typeof UNITS_ACCESS;
