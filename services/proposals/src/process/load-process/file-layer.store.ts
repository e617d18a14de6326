import { type Database, type KnownLayers, knownLayers, numbersIn, systemScope } from '@duban/kernel/runtime';
import type { ProcessToLoad } from './process-to-load.file.js';

/** What is stored already, of all localities at once. */
export type Known = KnownLayers & {
  /** The latest version's hash; `complete` when it says which documents it was made of. */
  readonly versions: ReadonlyMap<number, { readonly hash: string; readonly complete: boolean }>;
};

const NOTHING: Known = {
  versions: new Map(),
  fileHashes: new Map(),
  ancestors: new Map(),
  published: new Set(),
};

export async function knownProcesses(database: Database, wanted: readonly ProcessToLoad[]): Promise<Known> {
  const numbers = numbersIn(wanted);
  const [first] = numbers;
  if (first === undefined) return NOTHING;
  return database.transaction({ ...systemScope(first, 'LOAD'), tenants: numbers }, 'read', async (tx) => {
    const versions = await tx.query<{ number: number; hash: string; complete: boolean }>(
      `SELECT DISTINCT ON (tenant_id) tenant_id AS number, hash, layers IS NOT NULL AS complete
       FROM proposals.process_version ORDER BY tenant_id, serial DESC`,
    );
    const layers = await knownLayers(tx, 'process');
    return { ...layers, versions: new Map(versions.map(({ number, ...version }) => [number, version])) };
  });
}
