import type { Role } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account, AccountStatus } from './account.js';
import type { AccountStore, GrantStore, Key, StoredGrant } from './account.store.js';
import type { RoleGrant } from './grant.js';

@Entity({ name: 'account', schema: 'people' })
export class AccountRow {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') login: string;
  @Column('text') subject: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text') status: AccountStatus;
  @Column('boolean') demonstration: boolean;
  @Column('int', { name: 'failed_attempts' }) failedAttempts: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword: boolean;
  @Column('timestamptz', { name: 'password_set_at', nullable: true }) passwordSetAt: Date | null;
  /** Hashes of the passwords somebody chose, newest first. */
  @Column('text', { name: 'password_history', array: true }) passwordHistory: string[];
  @Column('int') version: number;
}

@Entity({ name: 'role_grant', schema: 'people' })
export class GrantRow {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') role: Role;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('uuid', { name: 'section_id', nullable: true }) sectionId: string | null;
  @Column('uuid', { name: 'mandate_id', nullable: true }) mandateId: string | null;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('boolean', { name: 'is_primary' }) isPrimary: boolean;
  @Column('int') version: number;
}

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  login: row.login,
  subject: row.subject,
  personId: row.personId,
  status: row.status,
  failedAttempts: row.failedAttempts,
  lockedUntil: row.lockedUntil?.toISOString() ?? null,
  mustChangePassword: row.mustChangePassword,
  passwordSetAt: row.passwordSetAt?.toISOString() ?? null,
  version: row.version,
});

export const toGrant = (row: GrantRow): StoredGrant => ({
  id: row.id,
  accountId: row.accountId,
  role: row.role,
  unitId: row.unitId,
  sectionId: row.sectionId,
  mandateId: row.mandateId,
  validFrom: row.validFrom,
  validTo: row.validTo,
  endedAt: row.endedAt?.toISOString() ?? null,
  primary: row.isPrimary,
  version: row.version,
});

const at = ({ tenant, id }: Key) => ({ tenantId: tenant, id });
const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const datesOf = ({ lockedUntil, passwordSetAt }: Account) => ({
  lockedUntil: dateOf(lockedUntil),
  passwordSetAt: dateOf(passwordSetAt),
});

export function accountStore(tx: Transaction): AccountStore {
  const { manager, tenant } = tx;
  return {
    find: async (key) => {
      const row = await manager.findOneBy(AccountRow, at(key));
      return row && toAccount(row);
    },
    findToChange: async (key) => {
      const row = await manager.findOne(AccountRow, { where: at(key), lock: { mode: 'pessimistic_write' } });
      return row && toAccount(row);
    },
    isTaken: (field, value) => manager.existsBy(AccountRow, { tenantId: tenant, [field]: value }),
    add: async (account, passwordHash, event) => {
      const row = { ...account, ...datesOf(account), tenantId: tenant, passwordHash };
      await manager.insert(AccountRow, { ...row, demonstration: false, passwordHistory: [] });
      await tx.append(`account:${account.id}`, 0, [event]);
    },
    change: async (account, { passwordHash, ...changes }, events) => {
      const changed = { ...account, ...changes, version: account.version + events.length };
      const { status, failedAttempts, mustChangePassword, version } = changed;
      await manager.update(AccountRow, at({ tenant, id: account.id }), {
        status,
        failedAttempts,
        mustChangePassword,
        ...datesOf(changed),
        ...(passwordHash === undefined ? {} : { passwordHash }),
        version,
      });
      await tx.append(`account:${account.id}`, account.version, events);
      return changed;
    },
  };
}

export function grantStore(tx: Transaction): GrantStore {
  const { manager, tenant } = tx;
  return {
    findToChange: async (key) => {
      const row = await manager.findOne(GrantRow, { where: at(key), lock: { mode: 'pessimistic_write' } });
      return row && toGrant(row);
    },
    findOfAccount: async (key) => {
      const where = { tenantId: key.tenant, accountId: key.id };
      const rows = await manager.find(GrantRow, { where, order: { validFrom: 'ASC', id: 'ASC' } });
      return rows.map(toGrant);
    },
    add: async (grant, event) => {
      const row = { ...rowOf(grant), tenantId: tenant, version: 1 };
      await manager.insert(GrantRow, row);
      await tx.append(`grant:${grant.id}`, 0, [event]);
      return { ...grant, version: 1 };
    },
    end: async (grant, { endedAt, validTo }, event) => {
      const version = grant.version + 1;
      await manager.update(GrantRow, at({ tenant, id: grant.id }), {
        endedAt: dateOf(endedAt),
        validTo,
        version,
      });
      await tx.append(`grant:${grant.id}`, grant.version, [event]);
      return { ...grant, endedAt, validTo, version };
    },
  };
}

const rowOf = ({ primary, endedAt, ...grant }: RoleGrant) => ({
  ...grant,
  isPrimary: primary,
  endedAt: dateOf(endedAt),
});
