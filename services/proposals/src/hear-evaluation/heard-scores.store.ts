import type { Transaction } from '@duban/kernel/runtime';
import type { HeardRun } from './heard-scores.js';

export const hearScores = (tx: Transaction, { runId, sheet, year, vetoes, at }: HeardRun): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.heard_score_run (tenant_id, run_id, sheet, year, vetoes, published_at, in_force)
     VALUES ($1, $2, $3, $4, $5, $6, true) ON CONFLICT DO NOTHING`,
    [tx.tenant, runId, sheet, year, JSON.stringify(vetoes), at],
  );

/** It was withdrawn, or another one took its place: what it says stands no longer. */
export const endScores = (tx: Transaction, runId: string): Promise<unknown> =>
  tx.query(
    'UPDATE proposals.heard_score_run SET in_force = false WHERE tenant_id = $1 AND run_id = $2 AND in_force',
    [tx.tenant, runId],
  );

/** Publications in force in which a veto stands. */
export async function runsWithVetoes(tx: Transaction): Promise<HeardRun[]> {
  const rows = await tx.query<Omit<HeardRun, 'at'> & { readonly at: Date }>(
    `SELECT run_id AS "runId", sheet, year, vetoes, published_at AS at FROM proposals.heard_score_run
     WHERE tenant_id = $1 AND in_force AND vetoes <> '[]'::jsonb ORDER BY published_at, run_id`,
    [tx.tenant],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
