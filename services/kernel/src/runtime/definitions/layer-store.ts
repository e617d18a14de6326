import type { CalendarDate } from '../../calendar.js';
import type { LayerRef } from '../../definitions/draft-events.js';
import type { PinnedLayer } from '../../layers/pinned-layer.js';
import type { Transaction } from '../scope.js';

/** A layer as a version keeps it: the document itself stands once, in `<noun>_layer`. */
export type LayerRow = Omit<PinnedLayer, 'document'> & { readonly document?: unknown };

export const LAYER_COLUMNS = 'tenant_id AS locality, source, level, name, hash, origin, document';

/** What levels say themselves, by file and as published, in the tables `<noun>_layer` and `<noun>_ancestor`. */
export type LayerStore = {
  /** What each level above says on a date, from the base down. What a level published counts before its file. */
  above(on: CalendarDate): Promise<PinnedLayer[]>;
  /** Documents of levels above by their content. Throws when one was never loaded here. */
  resolve(refs: readonly LayerRef[]): Promise<PinnedLayer[]>;
  /**
   * The documents that stored layers name. One that was never loaded here, or of a level that is not
   * above any more, says nothing.
   */
  withDocuments(rows: readonly LayerRow[]): Promise<PinnedLayer[]>;
  /** The own file as it was loaded last, or as it was when it had this hash. */
  ownFile(hash: string | null): Promise<PinnedLayer | null>;
  /** What the version that comes into force last was written as. */
  ownText(): Promise<string>;
  /** The own layer as it was published, for those below. */
  storePublished(layer: PinnedLayer, text: string, from: CalendarDate): Promise<void>;
  /** What the own document with this content was written as. */
  textOf(hash: string): Promise<string>;
  isBelow(locality: number): Promise<boolean>;
  /** Of two who publish at once the second waits here, and is told at the log that it came too late. */
  oneAtATime(): Promise<void>;
};

export function layerStore(tx: Transaction, noun: string): LayerStore {
  const [layers, ancestors] = [`${tx.schema}.${noun}_layer`, `${tx.schema}.${noun}_ancestor`];
  const text = async (where: string, ...params: unknown[]): Promise<string> => {
    const sql = `SELECT text FROM ${layers} WHERE tenant_id = $1 ${where} LIMIT 1`;
    return (await tx.query<{ text: string }>(sql, [tx.tenant, ...params]))[0]?.text ?? '';
  };
  return {
    above: (on) =>
      tx.query<PinnedLayer>(
        `SELECT ${LAYER_COLUMNS.replace('tenant_id', 'ancestor_id')} FROM ${ancestors} edge
         CROSS JOIN LATERAL (SELECT * FROM ${layers} layer
           WHERE layer.tenant_id = edge.ancestor_id AND effective_from <= $2
           ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC LIMIT 1) layer
         WHERE edge.tenant_id = $1 ORDER BY depth`,
        [tx.tenant, on],
      ),
    resolve: async (refs) => {
      const rows = await named(tx, layers, refs);
      return refs.map(({ locality, hash }) => {
        const row = rows.find((one) => one.locality === locality && one.hash === hash);
        if (!row) throw new Error(`document ${hash} of ${locality} is not there for locality ${tx.tenant}`);
        return row;
      });
    },
    withDocuments: async (rows) => {
      const bare = rows.filter((row) => row.document === undefined);
      const found = await named(tx, layers, bare);
      const documents = new Map(
        found.map(({ locality, hash, document }) => [`${locality}/${hash}`, document]),
      );
      return rows.map((row) => ({
        ...row,
        document: row.document ?? documents.get(`${row.locality}/${row.hash}`) ?? null,
      }));
    },
    ownFile: async (hash) => {
      const [row] = await tx.query<PinnedLayer>(
        `SELECT ${LAYER_COLUMNS} FROM ${layers}
         WHERE tenant_id = $1 AND origin = 'FILE' AND ($2::text IS NULL OR hash = $2) ORDER BY serial DESC LIMIT 1`,
        [tx.tenant, hash],
      );
      return row ?? null;
    },
    ownText: () => text(`ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC`),
    textOf: (hash) => text('AND hash = $2 ORDER BY serial DESC', hash),
    storePublished: (layer, written, from) =>
      storeLayer(tx, layers, { ...layer, origin: 'PUBLISHED' }, written, from),
    isBelow: async (locality) => {
      const sql = `SELECT 1 FROM ${ancestors} WHERE tenant_id = $1 AND ancestor_id = $2`;
      return (await tx.query(sql, [locality, tx.tenant])).length > 0;
    },
    oneAtATime: async () => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($2), $1)', [tx.tenant, `duban publish ${noun}`]);
    },
  };
}

const named = (tx: Transaction, layers: string, refs: readonly LayerRef[]): Promise<PinnedLayer[]> =>
  tx.query<PinnedLayer>(
    `SELECT DISTINCT ON (tenant_id, hash) ${LAYER_COLUMNS} FROM ${layers}
     WHERE (tenant_id, hash) IN (SELECT * FROM unnest($1::int[], $2::text[])) ORDER BY tenant_id, hash, serial`,
    [refs.map(({ locality }) => locality), refs.map(({ hash }) => hash)],
  );

/** The locality's next layer. Of two services that load a file at once, one stores it. */
export async function storeLayer(
  tx: Transaction,
  layers: string,
  { source, level, name, document, hash, origin }: PinnedLayer,
  text: string,
  from: CalendarDate,
): Promise<void> {
  await tx.query(
    `INSERT INTO ${layers}
       (tenant_id, serial, origin, source, level, name, effective_from, document, text, hash, recorded_at)
     SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
     FROM ${layers} WHERE tenant_id = $1 ${origin === 'FILE' ? 'ON CONFLICT DO NOTHING' : ''}`,
    [tx.tenant, origin, source, level, name, from, JSON.stringify(document), text, hash, tx.recordedAt],
  );
}
