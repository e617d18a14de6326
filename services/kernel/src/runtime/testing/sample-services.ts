import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Viewer } from '../../viewer.js';
import { type Database, openDatabase } from '../database.js';
import { folderStampTable } from '../folder-stamp.js';
import { createLog } from '../log.js';
import { consumerTables, eventLogTables } from '../log-tables.js';
import { type MigrationClass, migrate } from '../migrate.js';
import { loginRolesOf, provision, type ServicePlan, urlOfRole } from '../provision.js';
import { type RoleKind, roleName } from '../role-name.js';
import { protectProjection, protectTenantTable } from '../row-security.js';

/** Two small services for the kernel's own tests: `teller` writes events, `reader` folds them. */
export const SERVICES: readonly ServicePlan[] = [
  { name: 'teller' },
  { name: 'reader', consumes: ['teller'] },
];

export const quiet = createLog('kernel test', 'silent');

const secretOf = (role: string): string => `secret of ${role}`.replaceAll(' ', '-');

class CreateTeller1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLogTables('teller'));
    await runner.query(folderStampTable('teller'));
    await runner.query(`CREATE TABLE teller.story (tenant_id int NOT NULL, id uuid NOT NULL, title text NOT NULL, told int NOT NULL,
      PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, title))`);
    await runner.query(protectTenantTable('teller', 'story', { commands: ['INSERT', 'UPDATE', 'DELETE'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE teller.folder_stamp, teller.story, teller.idempotency, teller.event_head, teller.event',
    );
  }
}

class CreateReader1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consumerTables('reader'));
    await runner.query(`CREATE TABLE reader.heard (tenant_id int NOT NULL, stream text NOT NULL, version int NOT NULL, times int NOT NULL, disorder int NOT NULL,
      PRIMARY KEY (tenant_id, stream))`);
    await runner.query(protectProjection('reader', 'heard'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reader.heard, reader.consumer_cursor');
  }
}

export const MIGRATIONS: Readonly<Record<string, MigrationClass[]>> = {
  teller: [CreateTeller1700000000001],
  reader: [CreateReader1700000000002],
};

export const sampleUrl = (adminUrl: string, service: string, kind: RoleKind): string =>
  urlOfRole(adminUrl, roleName(service, kind), secretOf(roleName(service, kind)));

/** Roles, schemas and tables of both services. */
export async function prepareSamples(adminUrl: string): Promise<void> {
  const secrets = Object.fromEntries(SERVICES.flatMap(loginRolesOf).map((role) => [role, secretOf(role)]));
  await provision(adminUrl, { services: SERVICES, secrets });
  for (const { name } of SERVICES) {
    const migrations = MIGRATIONS[name] ?? [];
    await migrate({ url: sampleUrl(adminUrl, name, 'migrator'), schema: name, migrations, log: quiet });
  }
}

export const openSample = (
  adminUrl: string,
  service: string,
  kind: RoleKind,
  poolSize = 4,
): Promise<Database> =>
  openDatabase({ url: sampleUrl(adminUrl, service, kind), schema: service, poolSize, log: quiet });

/** Somebody with a role in a locality. */
export const sampleViewer = (tenant: number, accountId: string, role: Viewer['role'] = 'DEPUTY'): Viewer => ({
  accountId,
  grantId: accountId,
  login: 'somebody',
  tenant,
  role,
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});
