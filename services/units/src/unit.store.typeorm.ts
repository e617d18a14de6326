import type { Transaction } from '@duban/kernel/runtime';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Unit } from './unit.js';
import type { UnitStore } from './unit.store.js';
import { applyUnitEvents } from './unit-events.store.typeorm.js';

@Entity({ name: 'unit', schema: 'units' })
export class UnitRecord {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to' }) validTo: string;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId: string | null;
  @Column('int') version: number;
}

const toUnit = ({ tenantId: _, validTo, ...unit }: UnitRecord): Unit => ({
  ...unit,
  validTo: validTo === 'infinity' ? null : validTo,
});

/** What changes units reads and writes with, in one transaction of one locality. */
export function unitStore(tx: Transaction): UnitStore {
  const { manager, tenant } = tx;
  const exists = async (sql: string, params: readonly unknown[]): Promise<boolean> =>
    (await tx.query(`SELECT 1 ${sql} LIMIT 1`, params)).length > 0;
  return {
    find: async (key) => {
      const where = { tenantId: key.tenant, id: key.id };
      const row = await manager.findOne(UnitRecord, { where, lock: { mode: 'pessimistic_write' } });
      return row && toUnit(row);
    },
    isCodeTaken: (code) => exists('FROM units.unit WHERE tenant_id = $1 AND code = $2', [tenant, code]),
    isNameTaken: (names, except) =>
      exists(
        `FROM units.unit WHERE tenant_id = $1 AND (name = ANY ($2) OR short_name = ANY ($2))
           AND valid_to = 'infinity' AND id IS DISTINCT FROM $3::uuid`,
        [tenant, names, except],
      ),
    organExists: (key) =>
      exists('FROM units.organ WHERE tenant_id = $1 AND id = $2 AND listed', [key.tenant, key.id]),
    append: async (unitId, expectedVersion, events) => {
      await applyUnitEvents(tx, events);
      await tx.append(`unit:${unitId}`, expectedVersion, events);
    },
  };
}
