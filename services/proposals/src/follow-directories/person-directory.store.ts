import type { RecordedEvent } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** Folds one event of people into the directory of persons: no more than that there is such a person here. */
export async function followPerson(tx: Transaction, { type, payload }: RecordedEvent): Promise<void> {
  const { personId } = payload as { readonly personId?: string };
  if (!personId || (type !== 'person.registered' && type !== 'mandate.registered')) return;
  await tx.query(
    `INSERT INTO proposals.person_directory (tenant_id, id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [tx.tenant, personId],
  );
}
