import type { Transaction } from '@duban/kernel/runtime';
import { readHeadQuotaItems } from '../../reading/head-quota/head-quota.read.js';
import type { ClosedYear, UnitYearStore } from './unit-year.store.js';

/** Closings of units' years: an event of a stream of its own, and a row. */
export const unitYearStore = (tx: Transaction): UnitYearStore => ({
  async isUnit(unitId) {
    const rows = await tx.query(
      'SELECT 1 FROM proposals.unit_directory WHERE tenant_id = $1 AND id = $2 AND handling',
      [tx.tenant, unitId],
    );
    return rows.length > 0;
  },
  async closed(unitIds, year) {
    const rows = await tx.query<Omit<ClosedYear, 'closedAt'> & { readonly closedAt: Date }>(
      `SELECT unit_id AS "unitId", year, warnings, closed_at AS "closedAt" FROM proposals.unit_year
       WHERE tenant_id = $1 AND unit_id = ANY($2::uuid[]) AND year = $3`,
      [tx.tenant, unitIds, year],
    );
    return rows.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() }));
  },
  items: (unitId, year, kind) => readHeadQuotaItems(tx, [unitId], year, [kind]),
  async close({ unitId, year, quotas, warnings }, at) {
    await tx.query(
      `INSERT INTO proposals.unit_year (tenant_id, unit_id, year, quotas, warnings, closed_at)
       VALUES ($1, $2, $3, $4::jsonb, $5::text[], $6::timestamptz)`,
      [tx.tenant, unitId, year, JSON.stringify(quotas), warnings, at],
    );
    const event = {
      type: 'unit_year.closed',
      payload: { unitId, year, quotas, warnings },
      occurredAt: at,
    } as const;
    await tx.appendAll([{ stream: `unit-year:${unitId}/${year}`, expectedVersion: 0, events: [event] }]);
  },
});
