import type { RecordedEvent } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** What this service reads of units' event about a locality's organs. */
type OrgansListed = {
  readonly organs: readonly {
    readonly organId: string;
    readonly code: string;
    readonly name: string;
    readonly kind: string;
  }[];
};

/** The organs as they are listed now: those of the list before that are not in it are gone. */
export async function followOrgans(tx: Transaction, { type, payload }: RecordedEvent): Promise<void> {
  if (type !== 'locality.organs_listed') return;
  const { organs } = payload as OrgansListed;
  await tx.query('DELETE FROM proposals.organ_directory WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `INSERT INTO proposals.organ_directory (tenant_id, id, code, name, kind)
     SELECT $1::int, o."organId", o.code, o.name, o.kind
     FROM jsonb_to_recordset($2::jsonb) AS o("organId" uuid, code text, name text, kind text)`,
    [tx.tenant, JSON.stringify(organs)],
  );
}
