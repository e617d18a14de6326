import type { RecordedEvent } from '../../event.js';
import type { Transaction } from '../scope.js';

/**
 * The sample reader's fold, deliberately trusting: it counts what it hears of each stream and how
 * often something came twice or too early, and leaves it to the consumer that it never does.
 */
export async function hear(tx: Transaction, tenant: number, events: RecordedEvent[]): Promise<void> {
  for (const { stream, streamVersion, payload } of events) {
    if ((payload as { poison?: boolean }).poison) throw new Error('cannot swallow this');
    await tx.query(
      `INSERT INTO heard (tenant_id, stream, version, times, disorder) VALUES ($1, $2, $3, 1, CASE WHEN $3 = 1 THEN 0 ELSE 1 END)
       ON CONFLICT (tenant_id, stream) DO UPDATE SET version = excluded.version, times = heard.times + 1,
         disorder = heard.disorder + CASE WHEN excluded.version = heard.version + 1 THEN 0 ELSE 1 END`,
      [tenant, stream, streamVersion],
    );
  }
}
