import type { RecordedEvent } from '../../event.js';
import type { Transaction } from '../scope.js';

/** The sample reader's fold: counts what it heard of each stream, and throws when an event comes twice, too early, or poisoned. */
export async function hear(tx: Transaction, tenant: number, events: RecordedEvent[]): Promise<void> {
  for (const { stream, streamVersion, payload } of events) {
    if ((payload as { poison?: boolean }).poison) throw new Error('cannot swallow this');
    const heard = await tx.query(
      `INSERT INTO heard (tenant_id, stream, version, times) VALUES ($1, $2, $3, 1)
       ON CONFLICT (tenant_id, stream) DO UPDATE SET version = excluded.version, times = heard.times + 1
       WHERE heard.version = excluded.version - 1 RETURNING version`,
      [tenant, stream, streamVersion],
    );
    if (heard.length === 0) throw new Error(`out of order: ${stream} ${streamVersion}`);
  }
}
