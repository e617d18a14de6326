import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { OpenRecord } from '../clocks/locality-facts.js';
import type { RecordValue } from './work-record.js';

/** A kind of record that was made, and the unit it is about; null where it is about none. */
export type RecordMade = { readonly kind: string; readonly unitId: string | null };

/** As stored: the fields not yet told apart by type. */
type Row = Omit<OpenRecord, 'choices'> & { readonly values: readonly RecordValue[] };

const HELD_ON = `(r.held_at AT TIME ZONE 'Asia/Shanghai')::date`;

/** Records apart from any case that nobody has answered: those that have to be, and since a day those of some kinds. */
export async function openRecords(
  tx: Transaction,
  kinds: readonly string[],
  since: CalendarDate,
): Promise<OpenRecord[]> {
  const rows = await tx.query<Row>(
    `SELECT r.id AS "recordId", r.kind, r.about, r.label, r.unit_id AS "unitId", ${HELD_ON}::text AS on,
       r.completed_at IS NOT NULL AS complete, r.field_values AS values, r.answer_due AS due
     FROM proposals.work_record r
     WHERE r.tenant_id = $1 AND r.proposal_id IS NULL AND r.answered_at IS NULL
       AND (r.answer_due_on IS NOT NULL OR (r.kind = ANY($2::text[]) AND ${HELD_ON} >= $3::date))
     ORDER BY r.held_at, r.id`,
    [tx.tenant, kinds, since],
  );
  return rows.map(({ values, ...row }) => ({
    ...row,
    choices: Object.fromEntries(
      values.filter(({ type }) => type === 'CHOICE').map(({ field, value }) => [field, String(value)]),
    ),
  }));
}

/** Complete records of some kinds in a calendar year, apart from any case. */
export const recordsMade = (tx: Transaction, kinds: readonly string[], year: number): Promise<RecordMade[]> =>
  tx.query<RecordMade>(
    `SELECT DISTINCT r.kind, r.unit_id AS "unitId" FROM proposals.work_record r
     WHERE r.tenant_id = $1 AND r.proposal_id IS NULL AND r.kind = ANY($2::text[])
       AND r.completed_at IS NOT NULL
       AND ${HELD_ON} BETWEEN make_date($3, 1, 1) AND make_date($3, 12, 31)`,
    [tx.tenant, kinds, year],
  );
