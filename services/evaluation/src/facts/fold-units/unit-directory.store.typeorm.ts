import type { Transaction } from '@duban/kernel/runtime';
import type { UnitDirectory } from './unit-directory.store.js';

/** Writes this service's copy of a locality's units, as its relay. */
export function unitDirectory(tx: Transaction): UnitDirectory {
  const setSections: UnitDirectory['setSections'] = async (unitId, sections) => {
    await tx.query(
      'UPDATE evaluation.section_directory SET active = false WHERE tenant_id = $1 AND unit_id = $2',
      [tx.tenant, unitId],
    );
    await tx.query(
      `INSERT INTO evaluation.section_directory (tenant_id, unit_id, id, code, name, active)
       SELECT $1, $2, section.*, true FROM unnest($3::uuid[], $4::text[], $5::text[]) AS section
       ON CONFLICT (tenant_id, id) DO UPDATE SET code = excluded.code, name = excluded.name, active = true`,
      [
        tx.tenant,
        unitId,
        sections.map(({ sectionId }) => sectionId),
        sections.map(({ code }) => code),
        sections.map(({ name }) => name),
      ],
    );
  };
  return {
    setSections,
    async register({ unitId, name, system, handling, from, sections }) {
      await tx.query(
        `INSERT INTO evaluation.unit_directory (tenant_id, id, name, system, handling, active_from)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, system = excluded.system,
           handling = excluded.handling, active_from = excluded.active_from, active_to = NULL`,
        [tx.tenant, unitId, name, system, handling, from],
      );
      await setSections(unitId, sections);
    },
    async amend(unitId, { name = null, system = null, handling = null, from = null }) {
      await tx.query(
        `UPDATE evaluation.unit_directory SET name = coalesce($3, name), system = coalesce($4, system),
           handling = coalesce($5, handling), active_from = coalesce($6, active_from)
         WHERE tenant_id = $1 AND id = $2`,
        [tx.tenant, unitId, name, system, handling, from],
      );
    },
    async end(unitId, lastDay) {
      await tx.query('UPDATE evaluation.unit_directory SET active_to = $3 WHERE tenant_id = $1 AND id = $2', [
        tx.tenant,
        unitId,
        lastDay,
      ]);
    },
  };
}
