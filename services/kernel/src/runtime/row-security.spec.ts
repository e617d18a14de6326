import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Database, openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { loginRolesOf, provision, urlOfRole } from './provision.js';
import {
  ancestorsPolicy,
  countsPolicy,
  edgePolicy,
  protectAppendOnlyTable,
  protectTenantTable,
  signInPolicy,
  treePolicy,
} from './row-security.js';
import { type Scope, systemScope } from './scope.js';
import { quiet } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

// 1 is above 2 and 3; 4 is below 2; 9 stands elsewhere.
const ABOVE: Readonly<Record<number, number[]>> = { 1: [], 2: [1], 3: [1], 4: [2, 1], 9: [] };
const ALL = Object.keys(ABOVE).map(Number);

class PlantForest1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE locality (tenant_id int NOT NULL PRIMARY KEY)');
    await runner.query('CREATE TABLE fact (tenant_id int NOT NULL PRIMARY KEY)');
    await runner.query('CREATE TABLE note (tenant_id int NOT NULL PRIMARY KEY)');
    await runner.query('CREATE TABLE order_of_above (tenant_id int NOT NULL PRIMARY KEY)');
    await runner.query(
      'CREATE TABLE account (tenant_id int NOT NULL, login text NOT NULL, PRIMARY KEY (tenant_id, login))',
    );
    await runner.query(
      'CREATE TABLE locality_edge (tenant_id int NOT NULL, ancestor_id int NOT NULL, depth int NOT NULL, PRIMARY KEY (tenant_id, ancestor_id))',
    );
    for (const table of ['locality', 'fact', 'account', 'order_of_above', 'locality_edge'])
      await runner.query(protectTenantTable('forest', table));
    await runner.query(protectAppendOnlyTable('forest', 'note'));
    await runner.query(edgePolicy('forest'));
    await runner.query(treePolicy('forest', 'locality'));
    await runner.query(countsPolicy('forest', 'fact'));
    await runner.query(ancestorsPolicy('forest', 'order_of_above', 'locality_edge'));
    await runner.query(signInPolicy('forest', 'account', 'login', 'app.login'));
  }

  async down(): Promise<void> {}
}

let server: ThrowawayDatabase;
let database: Database;

beforeAll(async () => {
  server = await throwawayDatabase();
  const services = [{ name: 'forest' }];
  const secrets = Object.fromEntries(services.flatMap(loginRolesOf).map((role) => [role, 'oak']));
  await provision(server.adminUrl, { services, secrets });
  const url = (kind: string): string => urlOfRole(server.adminUrl, `duban_forest_${kind}`, 'oak');
  await migrate({
    url: url('migrator'),
    schema: 'forest',
    migrations: [PlantForest1700000000009],
    log: quiet,
  });
  database = await openDatabase({ url: url('app'), schema: 'forest', poolSize: 2, log: quiet });
  for (const tenant of ALL)
    await database.transaction(systemScope(tenant, 'LOAD'), 'write', (tx) => plant(tx.query, tenant));
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

async function plant(
  query: (sql: string, params: unknown[]) => Promise<unknown>,
  tenant: number,
): Promise<void> {
  for (const table of ['locality', 'fact', 'note', 'order_of_above'])
    await query(`INSERT INTO ${table} VALUES ($1)`, [tenant]);
  await query('INSERT INTO account VALUES ($1, $2)', [tenant, `login of ${tenant}`]);
  const edges = [tenant, ...(ABOVE[tenant] ?? [])];
  for (const [depth, ancestor] of edges.entries())
    await query('INSERT INTO locality_edge VALUES ($1, $2, $3)', [tenant, ancestor, depth]);
}

const seen = (table: string, scope: Scope): Promise<number[]> =>
  database.transaction(scope, 'read', async (tx) => {
    const rows = await tx.query<{ tenant_id: number }>(`SELECT tenant_id FROM ${table} ORDER BY tenant_id`);
    return rows.map((row) => row.tenant_id);
  });

describe('a policy', () => {
  test.each([
    [1, [1, 2, 3, 4]],
    [2, [1, 2, 4]],
    [3, [1, 3]],
    [4, [1, 2, 4]],
    [9, [9]],
  ])(
    'of the tree: locality %i knows %j, its ancestors and descendants, and no sibling',
    async (tenant, known) => {
      expect(await seen('locality', systemScope(tenant))).toEqual(known);
    },
  );

  test.each([
    [1, [1]],
    [2, [1, 2]],
    [4, [1, 2, 4]],
  ])('of ancestors: locality %i reads what %j say', async (tenant, read) => {
    expect(await seen('order_of_above', systemScope(tenant))).toEqual(read);
  });

  test.each([
    [1, [1, 2, 3, 4]],
    [2, [2, 4]],
    [4, [4]],
    [9, [9]],
  ])('of counts: locality %i counts %j, and only for counting', async (tenant, counted) => {
    expect(await seen('fact', systemScope(tenant, 'COUNTS'))).toEqual(counted);
    expect(await seen('fact', systemScope(tenant, 'CASE'))).toEqual([tenant]);
  });

  test('of signing in: shows the one row that is asked for, and only for signing in', async () => {
    const settings = { 'app.login': 'login of 4' };
    const nobody = { tenant: 1, tenants: [], actor: null };
    expect(await seen('account', { ...nobody, purpose: 'SIGN_IN', settings })).toEqual([4]);
    expect(await seen('account', { ...nobody, purpose: 'CASE', settings })).toEqual([]);
    expect(await seen('account', { ...nobody, purpose: 'SIGN_IN' })).toEqual([]);
    expect(await seen('account', { ...nobody, purpose: 'SIGN_IN', settings: { 'app.login': '' } })).toEqual(
      [],
    );
  });

  test('lets read what more localities granted, and write the own one only', async () => {
    const scope: Scope = { ...systemScope(2), tenants: [2, 3] };
    expect(await seen('note', scope)).toEqual([2, 3]);
    const update = (): Promise<unknown[]> =>
      database.transaction(scope, 'write', (tx) =>
        tx.query('UPDATE account SET login = login RETURNING tenant_id'),
      );
    expect(await update()).toEqual([{ tenant_id: 2 }]);
    const move = database.transaction(scope, 'write', (tx) => tx.query('UPDATE fact SET tenant_id = 3'));
    await expect(move).rejects.toThrow(/row-level security/);
  });

  test('of a table that is only added to refuses everything else', async () => {
    for (const sql of ['UPDATE note SET tenant_id = 1', 'DELETE FROM note'])
      await expect(database.transaction(systemScope(1), 'write', (tx) => tx.query(sql))).rejects.toThrow(
        /permission denied/,
      );
  });
});
