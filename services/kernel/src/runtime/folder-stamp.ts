import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Database } from './database.js';
import { giveBackMemory } from './give-back.js';
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
 *
 * A start after which nothing was touched reads no file: sizes and times say so. Whatever they say, a
 * file counts by its content: one that was only copied or checked out again is no other.
 */
export async function loadOnce<Loaded>(
  database: Database,
  folder: Folder,
  load: () => Promise<Loaded>,
): Promise<Loaded | null> {
  const last = await lastStamp(database);
  const mark = markOf(folder);
  if (mark !== null && last.mark === mark) return null;
  const content = contentOf(folder);
  const loaded = last.content === content ? null : await load();
  await remember(database, { content, mark });
  if (loaded !== null) giveBackMemory();
  return loaded;
}

type Folder = { readonly root: string; readonly code: string };

/** What was loaded last: by its content, and by what a look tells that reads no file. */
type Stamp = { readonly content: string | null; readonly mark: string | null };

/** The localities and the schemas they are checked by. */
const readFolders = ({ root }: Folder): readonly string[] => [
  root,
  join(resolve(root), '..', 'schema', 'locality'),
];

/** Of the folder and its schemas by content, of the code by names, sizes and times. */
function contentOf(folder: Folder): string {
  const hash = createHash('sha256');
  for (const below of readFolders(folder))
    for (const file of filesBelow(below))
      hash.update(`\n${relative(below, file)}\n`).update(readFileSync(file));
  for (const file of filesBelow(folder.code)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`\n${relative(folder.code, file)} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

/** What is written within this time of the look may be written again without its times telling. */
const SETTLED_AFTER_MS = 2_000;

/**
 * Of all of them by names, sizes and times, of which the second can be set by nobody. Null while something
 * was written so lately that another change could have the same times.
 */
function markOf(folder: Folder): string | null {
  const settledBefore = Date.now() - SETTLED_AFTER_MS;
  const hash = createHash('sha256');
  let latest = 0;
  for (const below of [...readFolders(folder), folder.code])
    for (const file of filesBelow(below)) {
      const { size, mtimeMs, ctimeMs } = statSync(file);
      latest = Math.max(latest, ctimeMs);
      hash.update(`\n${file} ${size} ${mtimeMs} ${ctimeMs}`);
    }
  return latest < settledBefore ? hash.digest('hex') : null;
}

/** One after the other, in the order of their names: a list of thousands is nothing a start has to make. */
function* filesBelow(folder: string): Iterable<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

const lastStamp = (database: Database): Promise<Stamp> =>
  database.transaction(systemScope(INSTALLATION, 'LOAD'), 'read', async (tx) => {
    const [row] = await tx.query<{ fingerprint: string }>(
      `SELECT fingerprint FROM ${tx.schema}.folder_stamp WHERE tenant_id = $1`,
      [tx.tenant],
    );
    const [content = null, mark = null] = row?.fingerprint.split(' ') ?? [];
    return { content, mark };
  });

const remember = (database: Database, { content, mark }: Stamp): Promise<unknown> =>
  database.transaction(systemScope(INSTALLATION, 'LOAD'), 'write', (tx) =>
    tx.query(
      `INSERT INTO ${tx.schema}.folder_stamp (tenant_id, fingerprint, loaded_at) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at`,
      [tx.tenant, mark === null ? content : `${content} ${mark}`, tx.recordedAt],
    ),
  );
