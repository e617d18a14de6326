import type { PinnedLayer } from '@duban/kernel';
import { dateInShanghai } from '@duban/kernel';
import {
  contentHash,
  type Database,
  type LayerRow,
  layersToBuildOn,
  silently,
  storeLayers,
  systemScope,
  type Told,
  type Transaction,
} from '@duban/kernel/runtime';
import { celConditions } from '../conditions.cel.js';
import { effectiveProcess, type ProcessOfKinds } from '../effective-process.js';
import { storeVersion } from '../process.store.typeorm.js';
import type { StoredCategories } from '../process-copies.runtime.js';
import { completedLayers } from '../stored-process.read.js';
import { type Known, knownProcesses } from './file-layer.store.js';
import type { ProcessToLoad } from './process-to-load.file.js';

const CONDITIONS = celConditions();

/**
 * Stores each process that is not what the locality has, as its next version, in force from today.
 * Older versions stay for the cases handed over under them. What was published in the graph is not
 * undone: a locality that published keeps its process, and those below it keep what of it they were
 * made with; a newer file waits to be taken over. `refuse` throws before anything is stored when one
 * that changed may not be used. Gives the numbers of those that changed.
 */
export async function loadProcesses(
  database: Database,
  wanted: readonly ProcessToLoad[],
  refuse: (changed: readonly ProcessToLoad[]) => void = () => undefined,
  told: Told = silently,
): Promise<number[]> {
  const known = await knownProcesses(database, wanted);
  refuse(wanted.filter(({ number, hash }) => known.versions.get(number)?.hash !== hash));
  await storeLayers(database, 'process', wanted, known);
  const changed: number[] = [];
  for (const next of told('流程存储 processes stored', wanted)) {
    if (await loadOne(database, next, known)) changed.push(next.number);
  }
  return changed;
}

async function loadOne(database: Database, next: ProcessToLoad, known: Known): Promise<boolean> {
  const stored = known.versions.get(next.number);
  const published = next.layers.filter(({ locality }) => known.published.has(locality));
  if (published.length === 0 && stored?.hash === next.hash && stored.complete) return false;
  return database.transaction(systemScope(next.number, 'LOAD'), 'write', (tx) =>
    known.published.has(next.number)
      ? refreshCategories(tx, next.categories)
      : storeFromFiles(tx, next, published.length > 0),
  );
}

/** Of two services that start at once, one stores the version and the other finds it there. */
async function storeFromFiles(tx: Transaction, next: ProcessToLoad, pinned: boolean): Promise<boolean> {
  const layers: readonly PinnedLayer[] = pinned
    ? await completedLayers(tx, await layersToBuildOn(tx, 'process', next.layers, await lastLayers(tx)))
    : next.layers.map(({ text: _, ...layer }) => ({ ...layer, origin: 'FILE' }));
  const { process = null } = pinned ? effectiveProcess(layers, CONDITIONS) : { process: next.process };
  // What a level above published is kept as it was; a file that no longer fits it waits to be merged.
  if (!process) return false;
  const hash = pinned ? contentHash({ process, categories: next.categories }) : next.hash;
  const from = dateInShanghai(tx.recordedAt);
  const { categories } = next;
  const file = { process, categories, hash, layers, from, origin: 'FILE', draftId: null } as const;
  return (await storeVersion(tx, file)).stored;
}

/** The documents that the latest version was made of. */
async function lastLayers(tx: Transaction): Promise<readonly LayerRow[]> {
  const [last] = await tx.query<{ layers: readonly LayerRow[] | null }>(
    'SELECT layers FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
    [tx.tenant],
  );
  return last?.layers ?? [];
}

/** Categories are the files' alone: the process in force, and those to come, get them as their next versions. */
async function refreshCategories(tx: Transaction, categories: StoredCategories): Promise<boolean> {
  const rows = await tx.query<{
    definition: ProcessOfKinds;
    categories: StoredCategories;
    layers: readonly PinnedLayer[];
    from: string;
    draftId: string | null;
  }>(
    `SELECT * FROM (
       SELECT DISTINCT ON (effective_from) definition, categories, layers, effective_from AS "from", draft_id AS "draftId"
       FROM proposals.process_version WHERE tenant_id = $1 ORDER BY effective_from, serial DESC) latest
     WHERE "from" >= (SELECT max(effective_from) FROM proposals.process_version WHERE tenant_id = $1 AND effective_from <= $2)
     ORDER BY "from"`,
    [tx.tenant, dateInShanghai(tx.recordedAt)],
  );
  const stale = rows.filter((row) => contentHash(row.categories) !== contentHash(categories));
  for (const { definition: process, layers, from, draftId } of stale) {
    const hash = contentHash({ process, categories });
    await storeVersion(tx, { process, categories, hash, layers, from, origin: 'PUBLISHED', draftId });
  }
  return stale.length > 0;
}
