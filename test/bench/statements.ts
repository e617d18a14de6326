import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/**
 * The statements that each service's app role sends while something runs once, BEGIN and COMMIT
 * included, as the server's own log has them. Relays, which look for work all the time, are left out.
 */
export async function statementsOf(
  admin: pg.Client,
  dataFolder: string,
  run: () => Promise<unknown>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = join(dataFolder, 'logs', 'postgres.log');
  await set(admin, { log_statement: `'all'`, log_line_prefix: `'%u|'` });
  try {
    await sleep(300);
    // Who asks is looked up now and then; a first run leaves that behind.
    await run();
    await sleep(100);
    const from = statSync(file).size;
    await run();
    await sleep(300);
    return byService(readFileSync(file).subarray(from).toString('utf8'));
  } finally {
    await set(admin, { log_statement: 'DEFAULT', log_line_prefix: 'DEFAULT' });
  }
}

async function set(admin: pg.Client, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await admin.query(`ALTER SYSTEM SET ${name} = ${value}`);
  await admin.query('SELECT pg_reload_conf()');
}

function byService(log: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, service = '', sql = ''] of log.matchAll(
    /^duban_(\w+)_app\|LOG:\s+(?:statement|execute [^:]*): (.*(?:\n\t.*)*)/gm,
  )) {
    found.set(service, [...(found.get(service) ?? []), sql.replaceAll(/\s+/g, ' ').trim()]);
  }
  return found;
}
