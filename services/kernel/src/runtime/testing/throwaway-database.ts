import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startServer } from './temporary-server.js';

/** A PostgreSQL database of one's own: `adminUrl` is a superuser's URL of it. */
export type ThrowawayDatabase = { readonly adminUrl: string; close(): Promise<void> };

/**
 * Uses the server of DUBAN_TEST_ADMIN_URL (a fresh database there, dropped by `close`) or starts an
 * embedded one in a temporary directory, which ends with this process at the latest.
 */
export async function throwawayDatabase(): Promise<ThrowawayDatabase> {
  const given = process.env.DUBAN_TEST_ADMIN_URL;
  const server = given ? { adminUrl: given, stop: async () => undefined } : await startServer();
  const name = `duban_test_${randomBytes(6).toString('hex')}`;
  await runOn(server.adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  const close = async (): Promise<void> => {
    if (given) await runOn(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.stop();
  };
  return { adminUrl: url.toString(), close };
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
