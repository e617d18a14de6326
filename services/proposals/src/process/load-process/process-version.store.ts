import { dateInShanghai } from '@duban/kernel';
import { type Database, systemScope } from '@duban/kernel/runtime';
import type { Process } from '../process.js';

/** The process a locality's files make now. `hash` is of everything that is stored. */
export type ProcessToLoad = {
  readonly number: number;
  readonly process: Process;
  readonly categories: Readonly<Record<string, { readonly name: string; readonly canonical: string }>>;
  readonly hash: string;
};

/**
 * Stores each process that is not what the locality has, as its next version, in force from today.
 * Older versions stay for the cases handed over under them. Gives the numbers of those that changed.
 */
export async function loadProcesses(database: Database, wanted: readonly ProcessToLoad[]): Promise<number[]> {
  const known = await latestHashes(
    database,
    wanted.map(({ number }) => number),
  );
  const changed = wanted.filter(({ number, hash }) => known.get(number) !== hash);
  for (const next of changed) await store(database, next);
  return changed.map(({ number }) => number);
}

async function latestHashes(
  database: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const [first] = numbers;
  if (first === undefined) return new Map();
  const scope = { ...systemScope(first, 'LOAD'), tenants: numbers };
  const rows = await database.transaction(scope, 'read', (tx) =>
    tx.query<{ number: number; hash: string }>(
      `SELECT DISTINCT ON (tenant_id) tenant_id AS number, hash FROM proposals.process_version
       ORDER BY tenant_id, serial DESC`,
    ),
  );
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}

/** Of two processes that start at once, one stores the version and the other finds it there. */
const store = (database: Database, { number, process, categories, hash }: ProcessToLoad): Promise<unknown> =>
  database.transaction(systemScope(number, 'LOAD'), 'write', async (tx) => {
    const [last] = await tx.query<{ serial: number; hash: string }>(
      'SELECT serial, hash FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
      [number],
    );
    if (last?.hash === hash) return;
    const serial = (last?.serial ?? 0) + 1;
    const version = `${process.version}~${serial}`;
    await tx.query(
      `INSERT INTO proposals.process_version
         (tenant_id, version, effective_from, serial, definition, categories, hash, loaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        number,
        version,
        dateInShanghai(tx.recordedAt),
        serial,
        JSON.stringify({ ...process, version }),
        JSON.stringify(categories),
        hash,
        tx.recordedAt,
      ],
    );
  });
