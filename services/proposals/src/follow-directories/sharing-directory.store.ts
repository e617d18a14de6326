import { type RecordedEvent, SHARING_SET, type Shared } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** Folds one event of units into what the locality shares with those above; others change nothing. */
export async function followSharing(tx: Transaction, { type, payload }: RecordedEvent): Promise<void> {
  if (type !== SHARING_SET) return;
  await tx.query(
    `INSERT INTO proposals.locality_sharing (tenant_id, level) VALUES ($1, $2)
     ON CONFLICT (tenant_id) DO UPDATE SET level = excluded.level`,
    [tx.tenant, (payload as Shared).level],
  );
}
