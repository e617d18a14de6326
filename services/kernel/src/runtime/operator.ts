import type { Viewer } from '../viewer.js';
import { seededId } from './new-id.js';

/** Whoever runs commands on the server: no account, but an actor of one locality like any other. */
export const operatorOf = (tenant: number): Viewer => ({
  accountId: seededId(`${tenant}/operator`),
  grantId: seededId(`${tenant}/operator-grant`),
  login: `${tenant}.operator`,
  tenant,
  role: 'TENANT_ADMIN',
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});
