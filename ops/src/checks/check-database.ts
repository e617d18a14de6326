import { createLog, migrate, provision, roleName, urlOfRole } from '@duban/kernel/runtime';
import {
  assertSafe,
  catalogueOf,
  throwawayPasswords,
  withEmptyServer,
} from '../contract/database-catalogue.js';
import { findDrift, firstDifference } from '../contract/drift.js';
import { Failure, reportFailure } from '../failure.js';
import { loadMigrations, migrateAll } from '../migrate.js';
import { schemaFolder } from '../paths.js';
import { SERVICES } from '../process-table.js';

/*
 * `npm run check:database`: a database that was migrated one release at a time, with provisioning
 * before each, is the same as one migrated in one go, the same as the committed catalogue, and keeps
 * the rules of row-level security after every step. A second run changes nothing.
 */

async function migrateStepByStep(adminUrl: string): Promise<string> {
  const secrets = throwawayPasswords();
  const log = createLog('check-database', 'silent');
  for (const { name } of SERVICES) {
    const all = await loadMigrations(name);
    const role = roleName(name, 'migrator');
    const url = urlOfRole(adminUrl, role, secrets[role] ?? '');
    for (let step = 1; step <= all.length; step++) {
      await provision(adminUrl, { services: SERVICES, secrets });
      await migrate({ url, schema: name, migrations: all.slice(0, step), log });
      await assertSafe(adminUrl, { partly: true });
    }
  }
  await assertSafe(adminUrl);
  return catalogueOf(adminUrl);
}

async function migrateAtOnce(adminUrl: string): Promise<string> {
  const passwords = throwawayPasswords();
  await migrateAll(adminUrl, passwords);
  const again = await migrateAll(adminUrl, passwords);
  if (again.length > 0) {
    throw new Failure(
      `再次迁移又执行了:${again.join('、')}`,
      `Migrating again ran steps again: ${again.join(', ')}`,
    );
  }
  return catalogueOf(adminUrl);
}

function assertSame(what: string, left: string, right: string): void {
  if (left === right) return;
  throw new Failure(
    `数据库不一致:${what}${firstDifference(left, right)}`,
    `The databases differ: ${what}, see above.`,
  );
}

async function main(): Promise<void> {
  const fresh = await withEmptyServer(migrateAtOnce);
  const grown = await withEmptyServer(migrateStepByStep);
  assertSame('fresh and migrated', fresh, grown);
  const drift = findDrift(schemaFolder, { 'database.txt': fresh });
  if (drift.length === 0) return;
  throw new Failure(
    `与已提交的数据库目录不一致:\n${drift.join('\n')}`,
    'schema/database.txt is not the database; run npm run schema and commit the result.',
  );
}

await main().catch(reportFailure);
