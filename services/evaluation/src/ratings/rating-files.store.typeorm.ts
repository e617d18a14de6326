import type { Transaction } from '@duban/kernel/runtime';
import type { RatingFiles } from './rating-files.store.js';

/** One statement for all cases of a batch; a file that says the same is left alone. */
export const ratingFiles = (tx: Transaction): RatingFiles => ({
  async set(files) {
    await tx.query(
      `INSERT INTO evaluation.rating_file (tenant_id, case_id, file)
       SELECT $1, * FROM unnest($2::uuid[], $3::jsonb[])
       ON CONFLICT (tenant_id, case_id) DO UPDATE SET file = excluded.file
         WHERE rating_file.file IS DISTINCT FROM excluded.file`,
      [tx.tenant, files.map(({ caseId }) => caseId), files.map(({ file }) => JSON.stringify(file))],
    );
  },
});
