import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Database } from './database.js';
import { protectTenantTable } from './row-security.js';
import { systemScope } from './scope.js';

/** The installation as a whole: no locality has this registration number, codes have six digits. */
const INSTALLATION = 0x7fffffff;

/** SQL for a migration of a service that loads the localities' folder: what it loaded last. */
export const folderStampTable = (schema: string): string => `
CREATE TABLE ${schema}.folder_stamp (
  tenant_id int NOT NULL PRIMARY KEY,
  fingerprint text NOT NULL,
  loaded_at timestamptz(3) NOT NULL
);
${protectTenantTable(schema, 'folder_stamp')}
`;

/**
 * Loads the localities' folder unless this very folder was loaded before by this very code: with
 * thousands of localities a start must not read, check and compare each of them again. `code` is the
 * folder of the compiled service. Gives what `load` gives, or null when there was nothing to do.
 */
export async function loadOnce<Loaded>(
  database: Database,
  { root, code }: { readonly root: string; readonly code: string },
  load: () => Promise<Loaded>,
): Promise<Loaded | null> {
  const fingerprint = fingerprintOf(root, code);
  if ((await lastFingerprint(database)) === fingerprint) return null;
  const loaded = await load();
  await remember(database, fingerprint);
  return loaded;
}

/** Of the folder and its schemas by content, of the code by names, sizes and times. */
function fingerprintOf(root: string, code: string): string {
  const hash = createHash('sha256');
  const schemas = join(resolve(root), '..', 'schema', 'locality');
  for (const folder of [root, schemas])
    for (const file of filesBelow(folder))
      hash.update(`\n${relative(folder, file)}\n`).update(readFileSync(file));
  for (const file of filesBelow(code)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`\n${relative(code, file)} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

const lastFingerprint = (database: Database): Promise<string | null> =>
  database.transaction(systemScope(INSTALLATION, 'LOAD'), 'read', async (tx) => {
    const [row] = await tx.query<{ fingerprint: string }>(
      `SELECT fingerprint FROM ${tx.schema}.folder_stamp WHERE tenant_id = $1`,
      [tx.tenant],
    );
    return row?.fingerprint ?? null;
  });

const remember = (database: Database, fingerprint: string): Promise<unknown> =>
  database.transaction(systemScope(INSTALLATION, 'LOAD'), 'write', (tx) =>
    tx.query(
      `INSERT INTO ${tx.schema}.folder_stamp (tenant_id, fingerprint, loaded_at) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at`,
      [tx.tenant, fingerprint, tx.recordedAt],
    ),
  );
