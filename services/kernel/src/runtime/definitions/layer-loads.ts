import { dateInShanghai } from '../../calendar.js';
import type { PinnedLayer } from '../../layers/pinned-layer.js';
import type { Database } from '../database.js';
import type { FileLayer } from '../localities/file-layers.js';
import { systemScope, type Transaction } from '../scope.js';
import { LAYER_COLUMNS, type LayerRow, layerStore, storeLayer } from './layer-store.js';

/** What a definition's files say now, for one locality, from the base down. */
export type LayersToLoad = { readonly number: number; readonly layers: readonly FileLayer[] };

/** What of it is stored already, of all localities at once. */
export type KnownLayers = {
  readonly fileHashes: ReadonlyMap<number, string>;
  /** Those above, from the top down, as one text. */
  readonly ancestors: ReadonlyMap<number, string>;
  /** Who has published in the graph. */
  readonly published: ReadonlySet<number>;
};

/** Each file once. */
const filesOf = (wanted: readonly LayersToLoad[]): FileLayer[] => [
  ...new Map(wanted.flatMap(({ layers }) => layers.map((layer) => [layer.locality, layer]))).values(),
];

/** Every locality and level that a load speaks of. */
export const numbersIn = (wanted: readonly LayersToLoad[]): number[] => [
  ...new Set([...wanted.map(({ number }) => number), ...filesOf(wanted).map(({ locality }) => locality)]),
];

/** In a transaction that sees all of them, under purpose LOAD. */
export async function knownLayers(tx: Transaction, noun: string): Promise<KnownLayers> {
  const layers = await tx.query<{ number: number; hash: string; origin: string }>(
    `SELECT DISTINCT ON (tenant_id, origin) tenant_id AS number, hash, origin
     FROM ${tx.schema}.${noun}_layer ORDER BY tenant_id, origin, serial DESC`,
  );
  const ancestors = await tx.query<{ number: number; above: string }>(
    `SELECT tenant_id AS number, string_agg(ancestor_id::text, ',' ORDER BY depth) AS above
     FROM ${tx.schema}.${noun}_ancestor GROUP BY tenant_id`,
  );
  const of = (origin: string) => layers.filter((layer) => layer.origin === origin);
  return {
    fileHashes: new Map(of('FILE').map(({ number, hash }) => [number, hash])),
    ancestors: new Map(ancestors.map(({ number, above }) => [number, above])),
    published: new Set(of('PUBLISHED').map(({ number }) => number)),
  };
}

/**
 * Stores what each level's file says, when it is not what was known, as its next layer, and who stands
 * above each locality, from the top down; the base is number 1. One transaction for each that changed.
 */
export async function storeLayers(
  database: Database,
  noun: string,
  wanted: readonly LayersToLoad[],
  known: KnownLayers,
): Promise<void> {
  const layersOf = new Map(wanted.map(({ number, layers }) => [number, layers]));
  for (const file of filesOf(wanted)) {
    const above = (layersOf.get(file.locality) ?? []).map(({ locality }) => locality).slice(0, -1);
    const moved = layersOf.has(file.locality) && known.ancestors.get(file.locality) !== above.join();
    const changed = known.fileHashes.get(file.locality) !== file.hash;
    if (!moved && !changed) continue;
    await database.transaction(systemScope(file.locality, 'LOAD'), 'write', async (tx) => {
      if (changed) await storeFile(tx, noun, file);
      if (moved) await storeAncestors(tx, noun, above);
    });
  }
}

const storeFile = (tx: Transaction, noun: string, file: FileLayer): Promise<void> =>
  storeLayer(
    tx,
    `${tx.schema}.${noun}_layer`,
    { ...file, origin: 'FILE' },
    file.text,
    dateInShanghai(tx.recordedAt),
  );

async function storeAncestors(tx: Transaction, noun: string, above: readonly number[]): Promise<void> {
  const edges = `${tx.schema}.${noun}_ancestor`;
  await tx.query(`DELETE FROM ${edges} WHERE tenant_id = $1`, [tx.tenant]);
  await tx.query(
    `INSERT INTO ${edges} (tenant_id, ancestor_id, depth)
     SELECT $1, ancestor, depth FROM unnest($2::int[]) WITH ORDINALITY AS above(ancestor, depth)
     ON CONFLICT DO NOTHING`,
    [tx.tenant, above],
  );
}

/**
 * The files, but for levels above that published: what of them the locality's latest version was made
 * with (`last`), or else what is in force. A change above is offered, never applied.
 */
export async function layersToBuildOn(
  tx: Transaction,
  noun: string,
  files: readonly FileLayer[],
  last: readonly LayerRow[],
): Promise<PinnedLayer[]> {
  const current = await tx.query<PinnedLayer>(
    `SELECT DISTINCT ON (tenant_id) ${LAYER_COLUMNS}
     FROM ${tx.schema}.${noun}_layer WHERE origin = 'PUBLISHED' AND effective_from <= $1
     ORDER BY tenant_id, effective_from DESC, serial DESC`,
    [dateInShanghai(tx.recordedAt)],
  );
  const before = await layerStore(tx, noun).withDocuments(last);
  return files.map(({ text: _, ...file }): PinnedLayer => {
    const published = current.find(({ locality }) => locality === file.locality);
    const pinned = before.find(({ locality }) => locality === file.locality);
    return published ? (pinned ?? published) : { ...file, origin: 'FILE' };
  });
}
