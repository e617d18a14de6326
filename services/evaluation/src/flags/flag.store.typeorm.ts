import { together } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { FlagFiles } from './flag.store.js';

/** Few cases have any: those of a batch are written anew. */
export const flagFiles = (tx: Transaction): FlagFiles => ({
  async set(cases) {
    const removed = tx.query(
      'DELETE FROM evaluation.case_flag WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])',
      [tx.tenant, cases.map(({ caseId }) => caseId)],
    );
    const rows = cases.flatMap(({ caseId, flags }) => flags.map((flag) => ({ caseId, ...flag })));
    await together([removed, write(tx, rows)]);
  },
});

type FlagRow = Parameters<FlagFiles['set']>[0][number]['flags'][number] & { readonly caseId: string };

async function write(tx: Transaction, rows: readonly FlagRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO evaluation.case_flag (tenant_id, case_id, record_id, code, unit_id, valid_from, valid_to)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::timestamptz[])`,
    [
      tx.tenant,
      rows.map(({ caseId }) => caseId),
      rows.map(({ recordId }) => recordId),
      rows.map(({ code }) => code),
      rows.map(({ unitId }) => unitId),
      rows.map(({ from }) => from),
      rows.map(({ until }) => until ?? 'infinity'),
    ],
  );
}
