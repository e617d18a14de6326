import { randomBytes } from 'node:crypto';
import { lintCatalogue, loginRolesOf, printCatalogue, roleName } from '@duban/kernel/runtime';
import pg from 'pg';
import { Failure } from '../failure.js';
import { migrateAll } from '../migrate.js';
import { startPostgres } from '../postgres.js';
import { SERVICES } from '../process-table.js';
import { CATALOGUE_EXCEPTIONS } from './catalogue-exceptions.js';

export const schemas = SERVICES.map(({ name }) => name);

/** A password for each role that logs in, for a database that nobody keeps. */
export const throwawayPasswords = (): Record<string, string> =>
  Object.fromEntries(SERVICES.flatMap(loginRolesOf).map((role) => [role, randomBytes(12).toString('hex')]));

/** Runs `work` on an empty PostgreSQL that is gone afterwards. The URL is a superuser's. */
export async function withEmptyServer<Result>(work: (adminUrl: string) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgres({ password: randomBytes(12).toString('hex'), ephemeral: true });
  try {
    return await work(postgres.adminUrl);
  } finally {
    await postgres.stop();
  }
}

/** What stands in the database: the text of schema/database.txt. */
export async function catalogueOf(adminUrl: string): Promise<string> {
  return queryOn(adminUrl, async (query) => `${(await printCatalogue(query, schemas)).trim()}\n`);
}

/** The catalogue of an empty database on which every migration has run. */
export const freshCatalogue = (): Promise<string> =>
  withEmptyServer(async (adminUrl) => {
    await migrateAll(adminUrl, throwawayPasswords());
    return catalogueOf(adminUrl);
  });

/**
 * The rules of row-level security, read off the catalogue. Throws with every finding. In a database
 * that is only `partly` migrated, what an exception is about need not be there yet.
 */
export async function assertSafe(adminUrl: string, { partly = false } = {}): Promise<void> {
  const runtimeRoles = SERVICES.flatMap((service) =>
    loginRolesOf(service).filter((role) => role !== roleName(service.name, 'migrator')),
  );
  const allow = partly ? [] : CATALOGUE_EXCEPTIONS;
  const found = await queryOn(adminUrl, (query) => lintCatalogue(query, { schemas, runtimeRoles, allow }));
  const findings = found.filter(({ rule, object }) => !(partly && isException(rule, object)));
  if (findings.length === 0) return;
  const list = findings.map(({ rule, object, message }) => `  - ${rule} ${object}: ${message}`).join('\n');
  throw new Failure(
    `数据库目录有 ${findings.length} 处不合规则:\n${list}`,
    `The catalogue breaks ${findings.length} rules (above).`,
  );
}

const isException = (rule: string, object: string): boolean =>
  CATALOGUE_EXCEPTIONS.some((entry) => entry.rule === rule && entry.object === object);

type Query = (sql: string, params?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

async function queryOn<Result>(url: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql, params = []) => (await client.query(sql, [...params])).rows);
  } finally {
    await client.end();
  }
}
