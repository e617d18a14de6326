import type { Transaction } from '@duban/kernel/runtime';
import type { HeardFigures } from './heard-figures.js';

/** The latest word on a year holds. */
export const hearFigures = (tx: Transaction, { year, kind, numbers, at }: HeardFigures): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.heard_figures (tenant_id, year, kind, numbers, heard_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, year, kind) DO UPDATE SET numbers = excluded.numbers, heard_at = excluded.heard_at`,
    [tx.tenant, year, kind, JSON.stringify(numbers), at],
  );

/** Years of which a confirmed number is another one now. */
export async function differingFigures(tx: Transaction): Promise<HeardFigures[]> {
  const rows = await tx.query<Omit<HeardFigures, 'at'> & { readonly at: Date }>(
    `SELECT year, kind, numbers, heard_at AS at FROM proposals.heard_figures
     WHERE tenant_id = $1 AND numbers <> '[]'::jsonb ORDER BY year, kind`,
    [tx.tenant],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
