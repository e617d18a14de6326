import type { NewEvent } from '@duban/kernel';
import { type Database, systemScope, type Transaction } from '@duban/kernel/runtime';
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import { AccountRow, GrantRow } from '../account.store.typeorm.js';
import { MandateRow, PersonRow } from '../mandate.store.typeorm.js';
import { NOWHERE } from '../nowhere.js';
import type { DemonstrationRows } from './demonstration-rows.js';
import type { LoadStore, LoadStores } from './load.store.js';

export const loadStores = (database: Database): LoadStores => ({
  hashes: (tenants) =>
    database.transaction({ ...systemScope(NOWHERE, 'LOAD'), tenants }, 'read', async (tx) => {
      const rows = await tx.query<{ tenant: number; hash: string }>(
        'SELECT tenant_id AS tenant, hash FROM people.demonstration_file',
      );
      return new Map(rows.map(({ tenant, hash }) => [tenant, hash]));
    }),
  inLocality: (tenant, work) =>
    database.transaction(systemScope(tenant, 'LOAD'), 'write', async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK, tenant]);
      return work(loadStore(tx));
    }),
});

/** Any number will do as long as nobody else takes locks under it. */
const LOCK = 77_001;

const loadStore = (tx: Transaction): LoadStore => ({
  lastHash: async () => {
    const sql = 'SELECT hash FROM people.demonstration_file WHERE tenant_id = $1';
    const [row] = await tx.query<{ hash: string }>(sql, [tx.tenant]);
    return row?.hash ?? null;
  },
  addMissing: async (rows, passwordHash) => {
    await addPersons(tx, rows);
    await addGroups(tx, rows);
    await addAccounts(tx, rows, passwordHash);
  },
  remember: async (hash) => {
    await tx.query(
      `INSERT INTO people.demonstration_file (tenant_id, hash, loaded_at) VALUES ($1, $2, now())
       ON CONFLICT (tenant_id) DO UPDATE SET hash = excluded.hash, loaded_at = excluded.loaded_at`,
      [tx.tenant, hash],
    );
  },
});

type Row = ObjectLiteral & { readonly id: string };

/** Inserts those that are not there and gives them back. */
async function addMissing<Wanted extends Row>(
  { manager, tenant }: Transaction,
  table: EntityTarget<ObjectLiteral>,
  wanted: readonly Wanted[],
): Promise<Wanted[]> {
  const known = await manager.find(table, {
    select: { id: true },
    where: { tenantId: tenant, id: In(wanted.map(({ id }) => id)) },
  });
  const ids = new Set(known.map(({ id }) => id as string));
  const missing = wanted.filter(({ id }) => !ids.has(id));
  if (missing.length > 0)
    await manager.insert(
      table,
      missing.map((row) => ({ ...row, tenantId: tenant })),
    );
  return missing;
}

async function addPersons(tx: Transaction, { persons, mandates }: DemonstrationRows): Promise<void> {
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  const newPersons = await addMissing(tx, PersonRow, persons);
  const newMandates = await addMissing(tx, MandateRow, mandates);
  await tx.appendAll([
    ...newPersons.map(({ id, name }) => start('person', id, 'person.registered', { personId: id, name })),
    ...newMandates.map(({ id, status: _, reason: __, version: ___, ...mandate }) => {
      const payload = { mandateId: id, name: names.get(mandate.personId) ?? '', ...mandate };
      return start('mandate', id, 'mandate.registered', payload);
    }),
  ]);
}

async function addAccounts(tx: Transaction, rows: DemonstrationRows, passwordHash: string): Promise<void> {
  const accounts = rows.accounts.map((account) => ({ ...account, passwordHash, demonstration: true }));
  const newAccounts = await addMissing(tx, AccountRow, accounts);
  const grants = rows.grants.map(({ primary, ...grant }) => ({ ...grant, isPrimary: primary, version: 1 }));
  const newGrants = await addMissing(tx, GrantRow, grants);
  await tx.appendAll([
    ...newAccounts.map(({ id, personId }) =>
      start('account', id, 'account.opened', { accountId: id, personId }),
    ),
    ...newGrants.map(({ id, endedAt: _, version: __, isPrimary, ...grant }) =>
      start('grant', id, 'grant.given', { grantId: id, ...grant, primary: isPrimary }),
    ),
  ]);
}

/** The first event of a new stream. */
const start = (kind: string, id: string, type: string, payload: NewEvent['payload']) => ({
  stream: `${kind}:${id}`,
  expectedVersion: 0,
  events: [{ type, payload }],
});

async function addGroups(tx: Transaction, { groups, memberships }: DemonstrationRows): Promise<void> {
  await tx.query(
    `INSERT INTO people.person_group (tenant_id, id, kind, name)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
    [tx.tenant, groups.map(({ id }) => id), groups.map(({ kind }) => kind), groups.map(({ name }) => name)],
  );
  await tx.query(
    `INSERT INTO people.group_member (tenant_id, group_id, person_id, valid_from, valid_to)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) ON CONFLICT DO NOTHING`,
    [
      tx.tenant,
      memberships.map(({ groupId }) => groupId),
      memberships.map(({ personId }) => personId),
      memberships.map(({ from }) => from),
      memberships.map(({ to }) => to),
    ],
  );
}
