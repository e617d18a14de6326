import { type CalendarDate, dateInShanghai, type RecordedEvent } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** What this service reads of people's events about mandates. */
type MandatePayload = {
  readonly mandateId: string;
  readonly personId?: string | null;
  readonly name?: string;
  readonly kind?: 'DEPUTY' | 'CPPCC_MEMBER';
  readonly delegation?: string | null;
  readonly sector?: string | null;
  readonly from?: CalendarDate | null;
  /** The last day. */
  readonly to?: CalendarDate | null;
  /** The last day, in `mandate.ended`. */
  readonly on?: CalendarDate;
};

/** Folds one event of people into the directory of mandates; others change nothing. */
export async function followMandate(tx: Transaction, event: RecordedEvent): Promise<void> {
  const mandate = event.payload as MandatePayload;
  const on = dateInShanghai(event.occurredAt);
  if (event.type === 'mandate.registered') await register(tx, mandate);
  if (event.type === 'mandate.ended') await set(tx, mandate.mandateId, 'active_to', mandate.on ?? on);
  if (event.type === 'mandate.suspended') await set(tx, mandate.mandateId, 'suspended_on', on);
  if (event.type === 'mandate.resumed') await set(tx, mandate.mandateId, 'suspended_on', null);
}

const register = (tx: Transaction, mandate: MandatePayload): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.mandate_directory (tenant_id, id, person_id, name, kind, delegation, active_from, active_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (tenant_id, id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,
       kind = excluded.kind, delegation = excluded.delegation, active_from = excluded.active_from,
       active_to = excluded.active_to, suspended_on = NULL`,
    [
      tx.tenant,
      mandate.mandateId,
      mandate.personId ?? null,
      mandate.name ?? '',
      mandate.kind ?? 'DEPUTY',
      mandate.delegation ?? mandate.sector ?? null,
      mandate.from ?? null,
      mandate.to ?? null,
    ],
  );

const set = (
  tx: Transaction,
  mandateId: string,
  column: 'active_to' | 'suspended_on',
  value: CalendarDate | null,
): Promise<unknown> =>
  tx.query(`UPDATE proposals.mandate_directory SET ${column} = $3 WHERE tenant_id = $1 AND id = $2`, [
    tx.tenant,
    mandateId,
    value,
  ]);
