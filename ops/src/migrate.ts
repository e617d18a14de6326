import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createLog,
  loginRolesOf,
  type MigrationClass,
  migrate,
  provision,
  roleName,
  urlOfRole,
} from '@duban/kernel/runtime';
import pg from 'pg';
import { checkAdminDatabase } from './admin-database.js';
import { Failure, reportFailure } from './failure.js';
import { makeDataFolder, repository } from './paths.js';
import { SERVICES } from './process-table.js';
import { passwordVariable } from './role-passwords.js';
import { makeSigningKeys } from './secrets.js';

/*
 * Brings a database up to date and ends: database, roles, schemas, then what is pending of every
 * service's migrations. `start` runs it each time; a deployment runs it once before its services.
 * DATABASE_URL is an administrator's; the roles' passwords come as DUBAN_<SERVICE>_<KIND>_PASSWORD.
 */

/** Runs everything pending against the database of the administrator's URL. Returns the steps run, `service/step`. */
export async function migrateAll(
  adminUrl: string,
  passwords: Readonly<Record<string, string>>,
): Promise<string[]> {
  await provision(adminUrl, { services: SERVICES, secrets: passwords }).catch((cause) => {
    throw failed('roles', cause);
  });
  const log = createLog('migrate', 'silent');
  const steps = await Promise.all(
    SERVICES.map(async ({ name }) => {
      const role = roleName(name, 'migrator');
      const url = urlOfRole(adminUrl, role, passwords[role] ?? '');
      const migrations = await loadMigrations(name);
      const run = await migrate({ url, schema: name, migrations, log }).catch((cause) => {
        throw failed(name, cause);
      });
      return run.map((step) => `${name}/${step}`);
    }),
  );
  return steps.flat();
}

/** What a service exports from `migrations/index.ts`, in order. */
export async function loadMigrations(service: string): Promise<readonly MigrationClass[]> {
  const file = join(repository, 'services', service, 'dist', 'migrations', 'index.js');
  const { migrations } = (await import(pathToFileURL(file).href)) as {
    migrations: readonly MigrationClass[];
  };
  return migrations;
}

const DEFAULT_DATABASE = 'duban';

/** The URL with the platform's own database in it, made if it is missing. A URL that names another database means that one. */
export async function ensureDatabase(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl);
  const named = url.pathname.slice(1);
  if (named && named !== 'postgres' && named !== 'template1') return adminUrl;
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DEFAULT_DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${DEFAULT_DATABASE} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await client.end();
  }
  url.pathname = `/${DEFAULT_DATABASE}`;
  return url.toString();
}

const failed = (what: string, cause: Error & { code?: string }): Failure =>
  new Failure(
    `数据库迁移失败(${what}):${cause.message}。数据未改动到一半,修正后可重新运行。`,
    `Database migration failed (${what}): ${cause.message}. Nothing is left half-done; fix the cause and run again.`,
    { cause },
  );

function passwordsFromEnvironment(): Record<string, string> {
  const roles = SERVICES.flatMap(loginRolesOf);
  const missing = roles.map(passwordVariable).filter((name) => !process.env[name]);
  if (missing.length > 0) {
    throw new Failure(
      `缺少环境变量:${missing.join('、')}。`,
      `Environment variables missing: ${missing.join(', ')}.`,
    );
  }
  return Object.fromEntries(roles.map((role) => [role, process.env[passwordVariable(role)] ?? '']));
}

async function main(): Promise<void> {
  const adminUrl = process.env.DATABASE_URL;
  if (!adminUrl)
    throw new Failure('缺少环境变量 DATABASE_URL(管理员)。', 'DATABASE_URL (an administrator) is not set.');
  const passwords = passwordsFromEnvironment();
  await checkAdminDatabase(adminUrl);
  makeDataFolder();
  await makeSigningKeys();
  const url = await ensureDatabase(adminUrl);
  const steps = await migrateAll(url, passwords);
  process.stdout.write(`${JSON.stringify({ database: new URL(url).pathname.slice(1), steps })}\n`);
}

if (import.meta.main) await main().catch(reportFailure);
