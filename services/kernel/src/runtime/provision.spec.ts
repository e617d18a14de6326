import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { printCatalogue } from './catalogue-print.js';
import { MigrationFailed } from './errors.js';
import { migrate } from './migrate.js';
import { loginRolesOf, provision, urlOfRole } from './provision.js';
import { protectTenantTable } from './row-security.js';
import { MIGRATIONS, prepareSamples, quiet, SERVICES, sampleUrl } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

let server: ThrowawayDatabase;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin?.end();
  await server?.close();
});

const print = (): Promise<string> =>
  printCatalogue(
    async (sql, params) => (await admin.query(sql, params as unknown[])).rows,
    ['teller', 'reader'],
  );

const migrateTeller = (migrations: (new () => MigrationInterface)[]): Promise<string[]> =>
  migrate({
    url: sampleUrl(server.adminUrl, 'teller', 'migrator'),
    schema: 'teller',
    migrations: [...(MIGRATIONS.teller ?? []), ...migrations],
    log: quiet,
  });

class AddMark1800000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE story ADD COLUMN mark text');
    await runner.query('SELECT pg_sleep(0.2)');
  }

  async down(): Promise<void> {}
}

class BreakHalfway1800000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (tenant_id int)');
    await runner.query('ALTER TABLE nowhere ADD COLUMN mark text');
  }

  async down(): Promise<void> {}
}

class AddHouse1800000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE house (tenant_id int NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id))',
    );
    await runner.query(protectTenantTable('tenancy', 'house'));
  }

  async down(): Promise<void> {}
}

describe('provisioning', () => {
  test('changes nothing the second time, several at once', async () => {
    const before = await print();
    await Promise.all([1, 2, 3].map(() => prepareSamples(server.adminUrl)));
    expect(await print()).toBe(before);
  });

  test('takes back what a role was given too much', async () => {
    const spare = {
      services: [{ name: 'spare' }],
      secrets: { duban_spare_migrator: 'x', duban_spare_app: 'x' },
    };
    await provision(server.adminUrl, spare);
    await admin.query('ALTER ROLE duban_spare_app SUPERUSER BYPASSRLS CREATEDB');
    await provision(server.adminUrl, spare);
    const { rows } = await admin.query(
      `SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = 'duban_spare_app'`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false }]);
  });

  test('leaves PUBLIC nothing: a stranger cannot even connect, the app role cannot make tables', async () => {
    await admin.query(`CREATE ROLE stranger LOGIN PASSWORD 'x'`);
    const url = new URL(server.adminUrl);
    url.username = 'stranger';
    url.password = 'x';
    const client = new pg.Client({ connectionString: url.toString() });
    await expect(client.connect()).rejects.toThrow(/permission denied/);
    await client.end().catch(() => undefined);
    await admin.query('DROP ROLE stranger');
    const app = new pg.Client({ connectionString: sampleUrl(server.adminUrl, 'teller', 'app') });
    await app.connect();
    await expect(app.query('CREATE TABLE public.mine (a int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('CREATE TABLE teller.mine (a int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('CREATE TEMP TABLE mine (a int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('SELECT * FROM reader.heard')).rejects.toThrow(/permission denied/);
    await app.end();
  });

  test('stores the password as a verifier that logs in', async () => {
    const { rows } = await admin.query(
      `SELECT rolpassword FROM pg_authid WHERE rolname = 'duban_teller_app'`,
    );
    expect(rows[0].rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
  });

  test('needs no superuser: the owner of the database with CREATEROLE will do', async () => {
    const place = {
      services: [{ name: 'tenancy' }],
      secrets: { duban_tenancy_migrator: 'x', duban_tenancy_app: 'x' },
    };
    await admin.query(`CREATE ROLE landlord LOGIN CREATEROLE PASSWORD 'x'`);
    await admin.query('CREATE DATABASE landlords_own OWNER landlord');
    const url = new URL(urlOfRole(server.adminUrl, 'landlord', 'x'));
    url.pathname = '/landlords_own';
    await provision(url.toString(), place);
    await provision(url.toString(), place);
    const steps = await migrate({
      url: urlOfRole(url.toString(), 'duban_tenancy_migrator', 'x'),
      schema: 'tenancy',
      migrations: [AddHouse1800000000003],
      log: quiet,
    });
    expect(steps).toEqual(['AddHouse1800000000003']);
    await admin.query('DROP DATABASE landlords_own WITH (FORCE)');
    await admin.query(
      'DROP ROLE duban_tenancy_app, duban_tenancy_migrator, duban_tenancy_owner, duban_tenancy_events, landlord',
    );
  });

  test('says which password is missing', async () => {
    const [first = ''] = SERVICES.flatMap(loginRolesOf);
    const secrets = { [first]: 'x' };
    await expect(provision(server.adminUrl, { services: SERVICES, secrets })).rejects.toThrow(
      /no password for/,
    );
  });
});

describe('migrating', () => {
  test('of two at once one runs, and the other finds nothing left', async () => {
    const steps = await Promise.all([
      migrateTeller([AddMark1800000000001]),
      migrateTeller([AddMark1800000000001]),
    ]);
    expect(steps.flat()).toEqual(['AddMark1800000000001']);
    const { rows } = await admin.query(
      `SELECT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE oid = 'teller.story'::regclass`,
    );
    expect(rows).toEqual([{ owner: 'duban_teller_owner' }]);
  });

  test('names the step that failed and leaves nothing of it behind', async () => {
    const before = await print();
    const failing = migrateTeller([AddMark1800000000001, BreakHalfway1800000000002]);
    await expect(failing).rejects.toBeInstanceOf(MigrationFailed);
    await expect(failing).rejects.toMatchObject({ schema: 'teller', step: 'BreakHalfway1800000000002' });
    expect(await print()).toBe(before);
    expect(await migrateTeller([AddMark1800000000001])).toEqual([]);
  });
});
