import type { Transaction } from '@duban/kernel/runtime';
import type { DutyKind } from '../process/supervision.js';
import type { DutyHolder, HeldDuty } from './duty.js';

type Row = {
  readonly holder: DutyHolder;
  readonly kind: DutyKind;
  readonly tier: string | null;
  readonly proposal_id: string;
  readonly report_id: string | null;
};

/** The duties of a year: all of the locality's, or those of one holder on other cases than the given one. */
export async function heldDuties(
  tx: Transaction,
  year: number,
  of?: { readonly holder: string; readonly besides: string },
): Promise<HeldDuty[]> {
  const rows = await tx.query<Row>(
    `SELECT d.holder, d.kind, d.tier, d.proposal_id, d.report_id FROM proposals.duty d
     WHERE d.tenant_id = $1 AND d.year = $2 AND ($3::text IS NULL OR d.holder_key = $3)
       AND ($4::uuid IS NULL OR d.proposal_id <> $4)
     ORDER BY d.since_at, d.id`,
    [tx.tenant, year, of?.holder ?? null, of?.besides || null],
  );
  return rows.map(({ holder, kind, tier, proposal_id, report_id }) => ({
    ...{ holder, duty: kind, tier, proposalId: proposal_id },
    reported: report_id !== null,
  }));
}

/** Names of the locality's organs by code. */
export async function organNames(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; name: string }>(
    'SELECT code, name FROM proposals.organ_directory WHERE tenant_id = $1 ORDER BY code',
    [tx.tenant],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Handling units' names as the directory has them. */
export async function unitNames(
  tx: Transaction,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM proposals.unit_directory WHERE tenant_id = $1 AND id = ANY($2::uuid[])',
    [tx.tenant, unitIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
