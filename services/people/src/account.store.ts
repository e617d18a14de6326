import type { NewEvent } from '@duban/kernel';
import type { Account } from './account.js';
import type { RoleGrant } from './grant.js';

/** A row of one locality: a public id, read. What belongs to another locality is simply not found. */
export type Key = { readonly tenant: number; readonly id: string };

type AccountChanges = Partial<
  Pick<Account, 'status' | 'failedAttempts' | 'lockedUntil' | 'mustChangePassword' | 'passwordSetAt'>
> & { readonly passwordHash?: string };

export interface AccountStore {
  find(key: Key): Promise<Account | null>;
  /** The same, locked until the transaction ends: for whoever changes it. */
  findToChange(key: Key): Promise<Account | null>;
  /** Whether an account of the viewer's locality has this login, or this subject. */
  isTaken(field: 'login' | 'subject', value: string): Promise<boolean>;
  add(account: Account, passwordHash: string | null, event: NewEvent): Promise<void>;
  change(account: Account, changes: AccountChanges, events: readonly NewEvent[]): Promise<Account>;
}

export type StoredGrant = RoleGrant & { readonly version: number };

export interface GrantStore {
  findToChange(key: Key): Promise<StoredGrant | null>;
  findOfAccount(key: Key): Promise<readonly StoredGrant[]>;
  add(grant: RoleGrant, event: NewEvent): Promise<StoredGrant>;
  end(grant: StoredGrant, end: Pick<RoleGrant, 'endedAt' | 'validTo'>, event: NewEvent): Promise<StoredGrant>;
}
