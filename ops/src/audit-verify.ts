import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ChainVerdict,
  createLog,
  openDatabase,
  roleName,
  systemScope,
  verifyChain,
} from '@duban/kernel/runtime';
import pg from 'pg';
import { reportFailure } from './failure.js';
import { type InstallationDatabase, withInstallationDatabase } from './installation-database.js';
import { readLocalities } from './localities.js';
import { dataFolder } from './paths.js';
import { SERVICES } from './process-table.js';

/*
 * `npm run audit:verify`: recomputes the chain of hashes of every locality in every service and
 * names the first bad row: edited, deleted, swapped, or a cut tail. The heads it saw are kept, so
 * that a tail cut together with its head is found the next time.
 */

type Heads = Record<string, { readonly position: number; readonly hash: string }>;

const headsFile = join(dataFolder, 'audit-heads.json');
const log = createLog('audit', 'silent');

async function verifyService(database: InstallationDatabase, service: string, heads: Heads): Promise<number> {
  const url = database.urlOf(roleName(service, 'app'));
  const opened = await openDatabase({ url, schema: service, poolSize: 1, log });
  let bad = 0;
  try {
    for (const tenant of await tenantsOf(database.adminUrl, service)) {
      const key = `${service}/${tenant}`;
      const scope = { ...systemScope(tenant), statementTimeoutMs: 120_000 };
      const verdict = await opened.transaction(scope, 'read', (tx) => verifyChain(tx, heads[key]));
      bad += tell(service, tenant, verdict) ? 0 : 1;
      if (verdict.ok) heads[key] = { position: verdict.position, hash: verdict.hash };
    }
  } finally {
    await opened.close();
  }
  return bad;
}

/** The localities with a folder, and any other that the log knows; none for a service that keeps no log. */
async function tenantsOf(adminUrl: string, service: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [
      `${service}.event`,
    ]);
    if (tables.length === 0) return [];
    const sql = `SELECT tenant_id FROM ${service}.event_head UNION SELECT DISTINCT tenant_id FROM ${service}.event`;
    const { rows } = await client.query<{ tenant_id: number }>(sql);
    const known = [...readLocalities().map(({ number }) => number), ...rows.map((row) => row.tenant_id)];
    return [...new Set(known)].sort((a, b) => a - b);
  } finally {
    await client.end();
  }
}

function tell(service: string, tenant: number, verdict: ChainVerdict): boolean {
  if (verdict.ok) {
    if (verdict.position > 0) process.stdout.write(`✓ ${service} ${tenant}: ${verdict.position} 条 events\n`);
    return true;
  }
  process.stdout.write(
    `✗ ${service} ${tenant}: 第 ${verdict.badPosition} 条有误 event ${verdict.badPosition} is bad - ${verdict.reason}\n`,
  );
  return false;
}

async function main(): Promise<void> {
  const heads: Heads = existsSync(headsFile) ? JSON.parse(readFileSync(headsFile, 'utf8')) : {};
  const bad = await withInstallationDatabase(async (database) => {
    let sum = 0;
    for (const { name } of SERVICES) sum += await verifyService(database, name, heads);
    return sum;
  });
  if (bad === 0) writeFileSync(headsFile, JSON.stringify(heads, null, 2), { mode: 0o600 });
  process.stdout.write(
    bad === 0 ? '✓ 全部完好 all chains are whole\n' : `✗ ${bad} 处有误 chains are broken\n`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
}

await main().catch(reportFailure);
