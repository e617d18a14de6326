import { contentHash, definitionStore, type Transaction, type VersionTable } from '@duban/kernel/runtime';
import type { ProcessOfKinds } from '../process/effective-process.js';
import { IN_FORCE, storeVersion } from '../process/process.store.typeorm.js';
import type { StoredCategories } from '../process/process-copies.runtime.js';
import { completed, completedLayers } from '../process/stored-process.read.js';
import type { DefinitionStore } from './definition-deps.js';

const VERSIONS: VersionTable<ProcessOfKinds> = {
  noun: 'process',
  table: 'proposals.process_version',
  columns: 'loaded_at AS "recordedAt", definition',
  inForce: IN_FORCE,
  complete: completed,
  completeLayers: completedLayers,
  store: async (tx, { definition: process, ...next }) => {
    const categories = await latestCategories(tx);
    const hash = contentHash({ process, categories });
    return (await storeVersion(tx, { ...next, process, categories, hash })).version;
  },
};

/** The processes of one transaction's locality. Documents of levels above are read through their own policy. */
export const processDefinitions = (tx: Transaction): DefinitionStore => definitionStore(tx, VERSIONS);

async function latestCategories(tx: Transaction): Promise<StoredCategories> {
  const [row] = await tx.query<{ categories: StoredCategories }>(
    'SELECT categories FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
    [tx.tenant],
  );
  return row?.categories ?? {};
}
