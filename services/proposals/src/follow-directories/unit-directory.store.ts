import { addDays, type CalendarDate, type RecordedEvent } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** What this service reads of units' events; whatever else they say is theirs. */
type UnitPayload = {
  readonly unitId: string;
  readonly name?: string;
  readonly shortName?: string | null;
  readonly system?: string | null;
  readonly liaisonOrganId?: string | null;
  readonly isHandlingUnit?: boolean;
  readonly validFrom?: CalendarDate | null;
  /** The day after the last one. */
  readonly validTo?: CalendarDate | null;
};

/** Folds one event of units into the directory of handling units; others change nothing. */
export async function followUnit(tx: Transaction, { type, payload }: RecordedEvent): Promise<void> {
  const unit = payload as UnitPayload;
  if (type === 'unit.registered') await register(tx, unit);
  if (type === 'unit.renamed' || type === 'unit.amended') await amend(tx, unit);
  if (type === 'unit.closed') await end(tx, unit.unitId, unit.validTo ? addDays(unit.validTo, -1) : null);
  if (type === 'unit.reopened') await end(tx, unit.unitId, null);
}

const register = (tx: Transaction, unit: UnitPayload): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.unit_directory (tenant_id, id, name, short_name, system, handling, active_from, liaison_organ_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name,
       system = excluded.system, handling = excluded.handling, active_from = excluded.active_from,
       liaison_organ_id = excluded.liaison_organ_id, active_to = NULL`,
    [
      tx.tenant,
      unit.unitId,
      unit.name ?? '',
      unit.shortName ?? null,
      unit.system ?? null,
      unit.isHandlingUnit ?? true,
      unit.validFrom ?? null,
      unit.liaisonOrganId ?? null,
    ],
  );

/** What an event does not say stays as it was. */
const amend = (tx: Transaction, unit: UnitPayload): Promise<unknown> =>
  tx.query(
    `UPDATE proposals.unit_directory SET name = coalesce($3, name), short_name = coalesce($4, short_name),
       system = coalesce($5, system), handling = coalesce($6, handling), active_from = coalesce($7, active_from),
       liaison_organ_id = CASE WHEN $9 THEN $8 ELSE liaison_organ_id END
     WHERE tenant_id = $1 AND id = $2`,
    [
      tx.tenant,
      unit.unitId,
      unit.name ?? null,
      unit.shortName ?? null,
      unit.system ?? null,
      unit.isHandlingUnit ?? null,
      unit.validFrom ?? null,
      unit.liaisonOrganId ?? null,
      unit.liaisonOrganId !== undefined,
    ],
  );

const end = (tx: Transaction, unitId: string, lastDay: CalendarDate | null): Promise<unknown> =>
  tx.query('UPDATE proposals.unit_directory SET active_to = $3 WHERE tenant_id = $1 AND id = $2', [
    tx.tenant,
    unitId,
    lastDay,
  ]);
