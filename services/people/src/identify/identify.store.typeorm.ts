import type { Database } from '@duban/kernel/runtime';
import { In } from 'typeorm';
import { GrantRow, toGrant } from '../account.store.typeorm.js';
import { MandateRow } from '../mandate.store.typeorm.js';
import type { IdentifyDeps } from './identify.js';

/** The grants of one account, read in its own locality. */
export const grantsOfAccount =
  (database: Database): IdentifyDeps['findGrants'] =>
  (tenant, accountId) =>
    database.transaction(
      { tenant, tenants: [tenant], purpose: 'SIGN_IN', actor: accountId },
      'read',
      async ({ manager, recordedAt }) => {
        const rows = await manager.findBy(GrantRow, { tenantId: tenant, accountId });
        const ids = rows.flatMap(({ mandateId }) => (mandateId === null ? [] : [mandateId]));
        const mandates =
          ids.length === 0 ? [] : await manager.findBy(MandateRow, { tenantId: tenant, id: In(ids) });
        const byId = new Map(mandates.map((mandate) => [mandate.id, mandate]));
        const grants = rows.map((row) => ({
          grant: toGrant(row),
          mandate: byId.get(row.mandateId ?? '') ?? null,
        }));
        return { now: recordedAt, grants };
      },
    );
