import type { Transaction } from '@duban/kernel/runtime';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Key } from './account.store.js';
import type { Mandate, MandateKind, MandateStatus } from './mandate.js';
import type { MandateStore, PersonStore } from './mandate.store.js';
import type { Person } from './person.js';

@Entity({ name: 'person', schema: 'people' })
export class PersonRow {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) gender: Person['gender'];
  @Column('text', { nullable: true }) ethnicity: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('int') version: number;
}

@Entity({ name: 'mandate', schema: 'people' })
export class MandateRow {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: MandateKind;
  @Column('text', { name: 'certificate_number', nullable: true }) certificateNumber: string | null;
  @Column('text') term: string;
  @Column('text', { name: 'electoral_unit', nullable: true }) electoralUnit: string | null;
  @Column('text', { nullable: true }) delegation: string | null;
  @Column('text', { nullable: true }) sector: string | null;
  @Column('text', { nullable: true }) party: string | null;
  @Column('text') status: MandateStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { name: 'valid_from' }) from: string;
  @Column('date', { name: 'valid_to', nullable: true }) to: string | null;
  @Column('int') version: number;
}

const at = ({ tenant, id }: Key) => ({ tenantId: tenant, id });

const toPerson = ({ tenantId: _, ...person }: PersonRow): Person => ({ ...person });
const toMandate = ({ tenantId: _, ...mandate }: MandateRow): Mandate => ({ ...mandate });

export function personStore(tx: Transaction): PersonStore {
  return {
    find: async (key) => {
      const row = await tx.manager.findOneBy(PersonRow, at(key));
      return row && toPerson(row);
    },
    add: async (person, event) => {
      await tx.manager.insert(PersonRow, { ...person, tenantId: tx.tenant });
      await tx.append(`person:${person.id}`, 0, [event]);
    },
  };
}

export function mandateStore(tx: Transaction): MandateStore {
  const { manager, tenant } = tx;
  const find = async (key: Key, lock: { mode: 'pessimistic_write' } | undefined) => {
    const row = await manager.findOne(MandateRow, { where: at(key), lock });
    return row && toMandate(row);
  };
  return {
    find: (key) => find(key, undefined),
    findToChange: (key) => find(key, { mode: 'pessimistic_write' }),
    findOfPerson: async (key) => {
      const where = { tenantId: key.tenant, personId: key.id };
      const rows = await manager.find(MandateRow, { where, order: { from: 'ASC', id: 'ASC' } });
      return rows.map(toMandate);
    },
    add: async (mandate, event) => {
      await manager.insert(MandateRow, { ...mandate, tenantId: tenant });
      await tx.append(`mandate:${mandate.id}`, 0, [event]);
    },
    change: async (mandate, changes, event) => {
      const changed = { ...changes, version: mandate.version + 1 };
      await manager.update(MandateRow, at({ tenant, id: mandate.id }), changed);
      await tx.append(`mandate:${mandate.id}`, mandate.version, [event]);
    },
  };
}
