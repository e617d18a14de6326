import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import type { RecordValue } from '../records/work-record.js';
import type { HeldRecord } from './schedule.js';

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly held_on: CalendarDate;
  readonly field_values: readonly RecordValue[];
  readonly case_ids: readonly string[];
  readonly proposal_id: string | null;
};

/** Complete records of some kinds in a calendar year (Asia/Shanghai). */
export async function heldRecords(
  tx: Transaction,
  kinds: readonly string[],
  year: number,
): Promise<HeldRecord[]> {
  const rows = await tx.query<Row>(
    `SELECT r.id, r.kind, (r.held_at AT TIME ZONE 'Asia/Shanghai')::date::text AS held_on, r.field_values, r.case_ids, r.proposal_id
     FROM proposals.work_record r
     WHERE r.tenant_id = $1 AND r.kind = ANY($2::text[]) AND r.completed_at IS NOT NULL
       AND (r.held_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN make_date($3, 1, 1) AND make_date($3, 12, 31)
     ORDER BY r.held_at, r.id`,
    [tx.tenant, kinds, year],
  );
  return rows.map(({ id, kind, held_on, field_values, case_ids, proposal_id }) => ({
    ...{ recordId: id, kind, on: held_on },
    choices: Object.fromEntries(
      field_values.filter(({ type }) => type === 'CHOICE').map(({ field, value }) => [field, String(value)]),
    ),
    caseIds: proposal_id === null ? case_ids : [...case_ids, proposal_id],
  }));
}

/** The key items of a year, those withdrawn or merged aside. */
export async function keyCases(tx: Transaction, year: number, kind: ProposalKind | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT p.id FROM proposals.proposal p
     WHERE p.tenant_id = $1 AND p.year = $2 AND p.key_tier IS NOT NULL
       AND ($3::text IS NULL OR p.kind = $3) AND p.phase NOT IN ('WITHDRAWN', 'MERGED')
     ORDER BY p.docketed_at, p.id`,
    [tx.tenant, year, kind],
  );
  return rows.map(({ id }) => id);
}
