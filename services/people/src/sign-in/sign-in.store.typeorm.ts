import type { Database, Scope, Transaction } from '@duban/kernel/runtime';
import { AccountRow, toAccount } from '../account.store.typeorm.js';
import { PersonRow } from '../mandate.store.typeorm.js';
import { NOWHERE } from '../nowhere.js';
import type { ChosenPassword, Credentials, SignInStore } from './sign-in.store.js';

const NOBODY = { tenant: NOWHERE, tenants: [], actor: null, purpose: 'SIGN_IN' } as const;

/** Under purpose SIGN_IN the policies show only the row that is named in the setting. */
export function signInStore(database: Database, { demonstration }: { demonstration: boolean }): SignInStore {
  const find = (column: 'login' | 'subject', value: string) =>
    database.transaction({ ...NOBODY, settings: { [`app.${column}`]: value } }, 'read', async (tx) => {
      const rows = await tx.manager.findBy(AccountRow, { [column]: value });
      return rows.filter((row) => demonstration || !row.demonstration).map(toCredentials);
    });
  return {
    findByLogin: (login) => find('login', login),
    findBySubject: (subject) => find('subject', subject),
    findOwner: (tenant, accountId) =>
      database.transaction(ownScope(tenant, accountId), 'read', async ({ manager }) => {
        const row = await manager.findOneBy(AccountRow, { tenantId: tenant, id: accountId });
        if (!row) return null;
        const person = row.personId && { tenantId: tenant, id: row.personId };
        const name = person ? ((await manager.findOneBy(PersonRow, person))?.name ?? null) : null;
        return { ...toCredentials(row), name, history: row.passwordHistory };
      }),
    record: (tenant, accountId, decide, password) =>
      database.transaction(ownScope(tenant, accountId), 'write', async (tx) => {
        const row = await lockAccount(tx, accountId);
        const decision = decide(toAccount(row), tx.recordedAt);
        await tx.manager.update(
          AccountRow,
          { tenantId: tenant, id: accountId },
          {
            failedAttempts: decision.failedAttempts,
            lockedUntil: decision.lockedUntil ? new Date(decision.lockedUntil) : null,
            ...(password && decision.refused === null ? columnsOf(password, tx.recordedAt) : {}),
            version: row.version + decision.events.length,
          },
        );
        await tx.append(`account:${accountId}`, row.version, decision.events);
        return decision;
      }),
  };
}

const ownScope = (tenant: number, actor: string): Scope => ({
  tenant,
  tenants: [tenant],
  purpose: 'SIGN_IN',
  actor,
  role: 'PUBLIC',
});

const columnsOf = ({ hash, history }: ChosenPassword, now: string) => ({
  passwordHash: hash,
  passwordHistory: [...history],
  passwordSetAt: new Date(now),
  mustChangePassword: false,
});

const lockAccount = (tx: Transaction, id: string): Promise<AccountRow> =>
  tx.manager.findOneOrFail(AccountRow, {
    where: { tenantId: tx.tenant, id },
    lock: { mode: 'pessimistic_write' },
  });

const toCredentials = (row: AccountRow): Credentials => ({
  tenant: row.tenantId,
  account: toAccount(row),
  passwordHash: row.passwordHash,
});
