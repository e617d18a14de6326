import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';

/** Cases that left the office together: at a meeting, or with one notice (交办会、交办通知). */
export type HandoverBatchRow = {
  readonly id: string;
  readonly meeting: string | null;
  readonly held_on: CalendarDate;
  readonly place: string | null;
  readonly attendees: readonly string[];
  readonly notice_number: string | null;
  readonly case_count: number;
};

const COLUMNS = 'id, meeting, held_on, place, attendees, notice_number, case_count';

/** The batches of one transaction's locality. */
export function handoverBatches(tx: Transaction) {
  return {
    /** Before its cases, which point to it. */
    async add(batch: HandoverBatchRow): Promise<void> {
      await tx.query(
        `INSERT INTO proposals.handover_batch (tenant_id, ${COLUMNS}, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)`,
        [
          tx.tenant,
          batch.id,
          batch.meeting,
          batch.held_on,
          batch.place,
          JSON.stringify(batch.attendees),
          batch.notice_number,
          batch.case_count,
          tx.recordedAt,
        ],
      );
    },

    /** That it was held, after its cases: the log is locked from the first append on. */
    async record(batch: HandoverBatchRow, proposalIds: readonly string[], occurredAt: string): Promise<void> {
      const { id: batchId, held_on: heldOn, case_count: _, notice_number: noticeNumber, ...rest } = batch;
      const payload = { batchId, heldOn, noticeNumber, ...rest, proposalIds };
      await tx.append(`handover:${batchId}`, 0, [{ type: 'handover_batch.held', payload, occurredAt }]);
    },

    find: (ids: readonly string[]): Promise<HandoverBatchRow[]> =>
      tx.query<HandoverBatchRow>(
        `SELECT ${COLUMNS} FROM proposals.handover_batch WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
        [tx.tenant, ids],
      ),

    /** The latest first, 100 at most. */
    list: (year: number | null): Promise<HandoverBatchRow[]> =>
      tx.query<HandoverBatchRow>(
        `SELECT ${COLUMNS} FROM proposals.handover_batch
         WHERE tenant_id = $1 AND ($2::int IS NULL OR extract(year FROM held_on) = $2::int)
         ORDER BY held_on DESC, id DESC LIMIT 100`,
        [tx.tenant, year],
      ),

    /** Which cases each batch handed over, in the order of their numbers. */
    casesOf: (ids: readonly string[]): Promise<{ id: string; batchId: string }[]> =>
      tx.query(
        `SELECT id, handover_batch_id AS "batchId" FROM proposals.proposal
         WHERE tenant_id = $1 AND handover_batch_id = ANY($2::uuid[]) ORDER BY case_number, id`,
        [tx.tenant, ids],
      ),
  };
}

export type HandoverBatches = ReturnType<typeof handoverBatches>;
