import { defineAccess, ROLES } from '@duban/kernel';

/** Who may try what in this service. Reading persons and mandates is for everybody of the locality: both are public office. */
export const PEOPLE_ACCESS = defineAccess({
  'viewer:show': ROLES,
  'person:show': ROLES,
  'mandate:show': ROLES,
  'group:show': ROLES,
  'account:show': ['TENANT_ADMIN'],
  'account:open': ['TENANT_ADMIN'],
  'account:reset_password': ['TENANT_ADMIN'],
  'account:disable': ['TENANT_ADMIN'],
  'account:enable': ['TENANT_ADMIN'],
  'grant:give': ['TENANT_ADMIN'],
  'grant:end': ['TENANT_ADMIN'],
  'mandate:register': ['TENANT_ADMIN'],
  'mandate:suspend': ['TENANT_ADMIN'],
  'mandate:resume': ['TENANT_ADMIN'],
  'mandate:end': ['TENANT_ADMIN'],
});
