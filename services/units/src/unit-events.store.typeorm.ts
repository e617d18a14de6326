import type { Transaction } from '@duban/kernel/runtime';
import type { PositionFacts, SectionFacts, UnitEvent, UnitFacts } from './events.js';

/** The tables that follow from one unit's events. Call it in the transaction that appends them. */
export async function applyUnitEvents(tx: Transaction, events: readonly UnitEvent[]): Promise<void> {
  for (const event of events) {
    switch (event.type) {
      case 'unit.registered':
        await insertUnit(tx, event.payload);
        break;
      case 'unit.renamed':
        await change(tx, event.payload.unitId, 'name = $3, short_name = $4', [
          event.payload.name,
          event.payload.shortName,
        ]);
        break;
      case 'unit.amended':
        await amendUnit(tx, event.payload);
        break;
      case 'unit.closed':
        await change(tx, event.payload.unitId, 'valid_to = $3, successor_id = $4', [
          event.payload.validTo,
          event.payload.successorId,
        ]);
        break;
      case 'unit.reopened':
        await change(tx, event.payload.unitId, `valid_to = 'infinity', successor_id = NULL`, []);
    }
  }
}

const change = (tx: Transaction, unitId: string, set: string, values: readonly unknown[]): Promise<unknown> =>
  tx.query(`UPDATE units.unit SET ${set}, version = version + 1 WHERE tenant_id = $1 AND id = $2`, [
    tx.tenant,
    unitId,
    ...values,
  ]);

async function insertUnit(tx: Transaction, unit: UnitFacts): Promise<void> {
  await tx.query(
    `INSERT INTO units.unit (tenant_id, id, code, name, short_name, system, liaison_organ_id, is_handling_unit, valid_from, ordinal, version)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce(max(ordinal), 0) + 1, 1 FROM units.unit WHERE tenant_id = $1`,
    [
      tx.tenant,
      unit.unitId,
      unit.code,
      unit.name,
      unit.shortName,
      unit.system,
      unit.liaisonOrganId,
      unit.isHandlingUnit,
      unit.validFrom,
    ],
  );
  await writeSections(tx, unit.unitId, unit.sections);
  await writePositions(tx, unit.unitId, unit.positions);
}

type Amended = Omit<UnitFacts, 'name' | 'shortName' | 'code'>;

async function amendUnit(tx: Transaction, unit: Amended): Promise<void> {
  await change(
    tx,
    unit.unitId,
    'system = $3, liaison_organ_id = $4, is_handling_unit = $5, valid_from = $6',
    [unit.system, unit.liaisonOrganId, unit.isHandlingUnit, unit.validFrom],
  );
  await writeSections(tx, unit.unitId, unit.sections);
  await writePositions(tx, unit.unitId, unit.positions);
}

/** A section that is gone stays, inactive, for the cases it handled. */
async function writeSections(
  tx: Transaction,
  unitId: string,
  sections: readonly SectionFacts[],
): Promise<void> {
  await tx.query('UPDATE units.section SET active = false WHERE tenant_id = $1 AND unit_id = $2', [
    tx.tenant,
    unitId,
  ]);
  await tx.query(
    `INSERT INTO units.section (tenant_id, unit_id, id, code, name, ordinal, active)
     SELECT $1, $2, section.*, true FROM unnest($3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY AS section
     ON CONFLICT (tenant_id, unit_id, code) DO UPDATE SET name = excluded.name, ordinal = excluded.ordinal, active = true`,
    [
      tx.tenant,
      unitId,
      sections.map(({ sectionId }) => sectionId),
      sections.map(({ code }) => code),
      sections.map(({ name }) => name),
    ],
  );
}

async function writePositions(
  tx: Transaction,
  unitId: string,
  positions: readonly PositionFacts[],
): Promise<void> {
  await tx.query(
    `INSERT INTO units.position (tenant_id, unit_id, id, kind, section_id, ordinal)
     SELECT $1, $2, post.* FROM unnest($3::uuid[], $4::text[], $5::uuid[]) WITH ORDINALITY AS post
     ON CONFLICT (tenant_id, id) DO UPDATE SET ordinal = excluded.ordinal`,
    [
      tx.tenant,
      unitId,
      positions.map(({ positionId }) => positionId),
      positions.map(({ kind }) => kind),
      positions.map(({ sectionId }) => sectionId),
    ],
  );
}
