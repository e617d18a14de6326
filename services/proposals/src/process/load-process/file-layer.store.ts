import { dateInShanghai } from '@duban/kernel';
import type { FileLayer } from '@duban/kernel/runtime';
import { type Database, systemScope } from '@duban/kernel/runtime';
import type { ProcessToLoad } from './process-to-load.file.js';

/** What is stored already, of all localities at once. */
export type Known = {
  /** The latest version's hash; `complete` when it says which documents it was made of. */
  readonly versions: ReadonlyMap<number, { readonly hash: string; readonly complete: boolean }>;
  readonly fileHashes: ReadonlyMap<number, string>;
  /** Those above, from the top down, as one text. */
  readonly ancestors: ReadonlyMap<number, string>;
  /** Who has published in the graph. */
  readonly published: ReadonlySet<number>;
};

/** Each file once. */
export const layersToLoad = (wanted: readonly ProcessToLoad[]): FileLayer[] => [
  ...new Map(wanted.flatMap(({ layers }) => layers.map((layer) => [layer.locality, layer]))).values(),
];

export async function knownLayers(
  database: Database,
  wanted: readonly ProcessToLoad[],
  files: readonly FileLayer[],
): Promise<Known> {
  const numbers = [
    ...new Set([...wanted.map(({ number }) => number), ...files.map(({ locality }) => locality)]),
  ];
  const [first] = numbers;
  if (first === undefined)
    return { versions: new Map(), fileHashes: new Map(), ancestors: new Map(), published: new Set() };
  return database.transaction({ ...systemScope(first, 'LOAD'), tenants: numbers }, 'read', async (tx) => {
    const versions = await tx.query<{ number: number; hash: string; complete: boolean }>(
      `SELECT DISTINCT ON (tenant_id) tenant_id AS number, hash, layers IS NOT NULL AS complete
       FROM proposals.process_version ORDER BY tenant_id, serial DESC`,
    );
    const layers = await tx.query<{ number: number; hash: string; origin: string }>(
      `SELECT DISTINCT ON (tenant_id, origin) tenant_id AS number, hash, origin
       FROM proposals.process_layer ORDER BY tenant_id, origin, serial DESC`,
    );
    const ancestors = await tx.query<{ number: number; above: string }>(
      `SELECT tenant_id AS number, string_agg(ancestor_id::text, ',' ORDER BY depth) AS above
       FROM proposals.process_ancestor GROUP BY tenant_id`,
    );
    const of = (origin: string) => layers.filter((layer) => layer.origin === origin);
    return {
      versions: new Map(versions.map(({ number, ...version }) => [number, version])),
      fileHashes: new Map(of('FILE').map(({ number, hash }) => [number, hash])),
      ancestors: new Map(ancestors.map(({ number, above }) => [number, above])),
      published: new Set(of('PUBLISHED').map(({ number }) => number)),
    };
  });
}

/** The file's content as the locality's next layer. */
export const storeFileLayer = (database: Database, layer: FileLayer): Promise<unknown> =>
  database.transaction(systemScope(layer.locality, 'LOAD'), 'write', (tx) =>
    tx.query(
      `INSERT INTO proposals.process_layer
         (tenant_id, serial, origin, source, level, name, effective_from, document, text, hash, recorded_at)
       SELECT $1, coalesce(max(serial), 0) + 1, 'FILE', $2, $3, $4, $5, $6, $7, $8, $9
       FROM proposals.process_layer WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
      [
        layer.locality,
        layer.source,
        layer.level,
        layer.name,
        dateInShanghai(tx.recordedAt),
        JSON.stringify(layer.document),
        layer.text,
        layer.hash,
        tx.recordedAt,
      ],
    ),
  );

/** Who stands above a locality, from the top down; the base is number 1. */
export const storeAncestors = (
  database: Database,
  number: number,
  above: readonly number[],
): Promise<unknown> =>
  database.transaction(systemScope(number, 'LOAD'), 'write', async (tx) => {
    await tx.query('DELETE FROM proposals.process_ancestor WHERE tenant_id = $1', [number]);
    await tx.query(
      `INSERT INTO proposals.process_ancestor (tenant_id, ancestor_id, depth)
       SELECT $1, ancestor, depth FROM unnest($2::int[]) WITH ORDINALITY AS above(ancestor, depth)
       ON CONFLICT DO NOTHING`,
      [number, above],
    );
  });
