import type { Transaction } from '@duban/kernel/runtime';
import { readHeadQuotaItems } from '../../reading/head-quota/head-quota.read.js';
import type { UnitYearStore } from './unit-year.store.js';

/** Closings of units' years: an event of a stream of its own, and a row. */
export const unitYearStore = (tx: Transaction): UnitYearStore => ({
  async isUnit(unitId) {
    const rows = await tx.query(
      'SELECT 1 FROM proposals.unit_directory WHERE tenant_id = $1 AND id = $2 AND handling',
      [tx.tenant, unitId],
    );
    return rows.length > 0;
  },
  async find(unitId, year) {
    const [row] = await tx.query<{ year: number; warnings: string[]; closedAt: Date }>(
      `SELECT year, warnings, closed_at AS "closedAt" FROM proposals.unit_year
       WHERE tenant_id = $1 AND unit_id = $2 AND year = $3`,
      [tx.tenant, unitId, year],
    );
    return row ? { ...row, closedAt: row.closedAt.toISOString() } : null;
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
