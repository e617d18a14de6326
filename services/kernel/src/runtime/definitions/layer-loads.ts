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

/** Stores each file's content that is not what was known, as its locality's next layer. */
export async function storeFiles(
  database: Database,
  noun: string,
  wanted: readonly LayersToLoad[],
  known: KnownLayers,
): Promise<void> {
  for (const layer of filesOf(wanted)) {
    if (known.fileHashes.get(layer.locality) === layer.hash) continue;
    await database.transaction(systemScope(layer.locality, 'LOAD'), 'write', (tx) => {
      const file: PinnedLayer = { ...layer, origin: 'FILE' };
      return storeLayer(tx, `${tx.schema}.${noun}_layer`, file, layer.text, dateInShanghai(tx.recordedAt));
    });
  }
}

/** Who stands above a locality, from the top down, when it is not what was known; the base is number 1. */
export async function storeAncestors(
  database: Database,
  noun: string,
  { number, layers }: LayersToLoad,
  known: KnownLayers,
): Promise<void> {
  const above = layers.map(({ locality }) => locality).filter((locality) => locality !== number);
  if (known.ancestors.get(number) === above.join()) return;
  await database.transaction(systemScope(number, 'LOAD'), 'write', async (tx) => {
    const edges = `${tx.schema}.${noun}_ancestor`;
    await tx.query(`DELETE FROM ${edges} WHERE tenant_id = $1`, [number]);
    await tx.query(
      `INSERT INTO ${edges} (tenant_id, ancestor_id, depth)
       SELECT $1, ancestor, depth FROM unnest($2::int[]) WITH ORDINALITY AS above(ancestor, depth)
       ON CONFLICT DO NOTHING`,
      [number, above],
    );
  });
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
