import { localityUuid, SHARING_SET } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { applyLocalityEvents } from '../locality-events.store.typeorm.js';
import type { SharingRow } from './sharing.js';
import type { SharingStore } from './sharing.store.js';

const versionOf = async (tx: Transaction): Promise<number> => {
  const [row] = await tx.query<{ version: number }>(
    'SELECT version FROM units.locality WHERE tenant_id = $1 FOR UPDATE',
    [tx.tenant],
  );
  return row?.version ?? 0;
};

const said = (tx: Transaction): Promise<SharingRow[]> =>
  tx.query<SharingRow>(
    `SELECT ordinal, level, reason, role, set_at AS "setAt" FROM units.locality_sharing
     WHERE tenant_id = $1 ORDER BY ordinal DESC`,
    [tx.tenant],
  );

/** What is said stands in the locality's own stream, beside its names and its place in the tree. */
export const sharingStore = (tx: Transaction): SharingStore => ({
  said: () => said(tx),
  saidForChange: async () => {
    await versionOf(tx);
    return said(tx);
  },
  say: async (shared) => {
    const version = await versionOf(tx);
    const event = { type: SHARING_SET, payload: shared } as const;
    await applyLocalityEvents(tx, [event]);
    await tx.append(`locality:${localityUuid(tx.tenant)}`, version, [event]);
  },
});
