import type { CalendarDate } from '../../calendar.js';
import type {
  DefinitionStore,
  Publication,
  StoredDefinition,
  StoredVersions,
} from '../../definitions/definition-desk.js';
import type { LayerRef, RecordedDraftEvent } from '../../definitions/draft-events.js';
import { foldDrafts } from '../../definitions/draft-state.js';
import type { PinnedLayer } from '../../layers/pinned-layer.js';
import { localityUuid } from '../../locality-id.js';
import { contentHash } from '../localities/file-layers.js';
import type { Transaction } from '../scope.js';
import { type LayerRow, layerStore } from './layer-store.js';

/** A row of a table of versions, by the columns that every such table has. */
export type VersionRow<Definition> = Omit<StoredDefinition<Definition>, 'recordedAt' | 'layers'> & {
  readonly recordedAt: Date;
  readonly layers: readonly LayerRow[];
};

/** What is stored as the next version: the whole, and the documents it was made of. */
export type NextVersion<Definition> = {
  readonly definition: Definition;
  readonly layers: readonly PinnedLayer[];
  readonly from: CalendarDate;
  readonly origin: 'PUBLISHED';
  readonly draftId: string | null;
};

/** Where versions of one kind of definition lie, and how they are read whole and stored. */
export type VersionTable<Definition> = {
  /** Streams, layers and refusals are called after it, such as `process`. */
  readonly noun: string;
  readonly table: string;
  /** Of `recordedAt` and `definition`, with their names. */
  readonly columns: string;
  /** The order in which the first goes for the day `$2`. */
  readonly inForce: string;
  /** Definitions and documents as they are meant today, when the language has grown since; as stored when left out. */
  complete?(tx: Transaction, definitions: readonly Definition[]): Promise<readonly Definition[]>;
  completeLayers?<Layer extends PinnedLayer>(tx: Transaction, layers: readonly Layer[]): Promise<Layer[]>;
  /** Stores it after all others; gives its name. */
  store(tx: Transaction, next: NextVersion<Definition>): Promise<string>;
};

const ALWAYS = 'version, serial, effective_from AS "effectiveFrom", origin, draft_id AS "draftId"';
const LATEST = 'ORDER BY effective_from DESC, serial DESC LIMIT 1';

/** The definitions of one transaction's locality. Documents of levels above are read through their own policy. */
export function definitionStore<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
): DefinitionStore<Definition> {
  const stream = `${kind.noun}:${localityUuid(tx.tenant)}`;
  const layers = layerStore(tx, kind.noun);
  return {
    ...storedVersions(tx, kind, tx.tenant),
    below: async (locality) => ((await layers.isBelow(locality)) ? storedVersions(tx, kind, locality) : null),
    drafts: async () => foldDrafts(kind.noun, (await tx.load(stream)) as RecordedDraftEvent[]),
    append: async (state, events) => {
      await tx.append(stream, state.version, events);
    },
    above: layers.above,
    resolve: async (refs: readonly LayerRef[]) => whole(tx, kind, await layers.resolve(refs)),
    ownFile: async () => (await layers.ownFile(null)) ?? neverLoaded(kind, tx.tenant),
    findOwnFile: layers.ownFile,
    ownText: layers.ownText,
    publish: (publication) => publish(tx, kind, publication),
    restore: (draftId, from) => restore(tx, kind, draftId, from),
  };
}

function neverLoaded({ noun }: { readonly noun: string }, locality: number): never {
  throw new Error(`no ${noun} was ever loaded for locality ${locality}`);
}

const whole = async <Definition, Layer extends PinnedLayer>(
  tx: Transaction,
  { completeLayers }: VersionTable<Definition>,
  layers: readonly Layer[],
): Promise<Layer[]> => (completeLayers ? completeLayers(tx, layers) : [...layers]);

/** With all documents they name, found at once, and with what the language has come to say since. */
async function wholeVersions<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
  rows: readonly VersionRow<Definition>[],
): Promise<StoredDefinition<Definition>[]> {
  const named = rows.flatMap((row) => row.layers);
  const layers = await whole(tx, kind, await layerStore(tx, kind.noun).withDocuments(named));
  const stored = rows.map((row) => row.definition);
  const definitions = (await kind.complete?.(tx, stored)) ?? stored;
  return rows.map(({ recordedAt, ...row }, at) => ({
    ...row,
    definition: definitions[at] ?? row.definition,
    layers: layers.splice(0, row.layers.length),
    recordedAt: recordedAt.toISOString(),
  }));
}

function storedVersions<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
  locality: number,
): StoredVersions<Definition> {
  const versions = (order: string, ...params: unknown[]) => versionsBy(tx, kind, locality, order, ...params);
  const one = async (order: string, ...params: unknown[]) =>
    (await versions(order, ...params))[0] ?? neverLoaded(kind, locality);
  return {
    inForce: (on) => one(`ORDER BY ${kind.inForce} LIMIT 1`, on),
    latest: () => one(LATEST),
    before: (serial) => one('AND serial <= $2 ORDER BY (serial < $2) DESC, serial DESC LIMIT 1', serial),
    find: async (version) => (await versions('AND version = $2', version))[0] ?? null,
    list: () => versions('ORDER BY serial DESC LIMIT 200'),
  };
}

async function versionsBy<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
  locality: number,
  order: string,
  ...params: unknown[]
): Promise<StoredDefinition<Definition>[]> {
  // Drafts are the locality's own business: not even their ids are told above.
  const always = locality === tx.tenant ? ALWAYS : ALWAYS.replace('draft_id', 'NULL::uuid');
  const sql = `SELECT ${always}, ${kind.columns}, coalesce(layers, '[]') AS layers
    FROM ${kind.table} WHERE tenant_id = $1 ${order}`;
  return wholeVersions(tx, kind, await tx.query<VersionRow<Definition>>(sql, [locality, ...params]));
}

/** Versions are not deleted: what holds without one is stored as another, from the same day on. */
async function restore<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
  draftId: string,
  from: CalendarDate,
): Promise<string> {
  const layered = layerStore(tx, kind.noun);
  await layered.oneAtATime();
  const without = `AND draft_id IS DISTINCT FROM $3 ORDER BY ${kind.inForce} LIMIT 1`;
  const [stands] = await versionsBy(tx, kind, tx.tenant, without, from, draftId);
  const own = stands?.layers.at(-1);
  if (!stands || !own) return neverLoaded(kind, tx.tenant);
  const restored = { ...own, origin: 'PUBLISHED' as const, fileHash: own.fileHash ?? own.hash };
  const layers = [...stands.layers.slice(0, -1), restored];
  const { definition } = stands;
  const version = await kind.store(tx, { definition, layers, from, origin: 'PUBLISHED', draftId: null });
  await layered.storePublished(restored, await layered.textOf(own.hash), from);
  return version;
}

async function publish<Definition>(
  tx: Transaction,
  kind: VersionTable<Definition>,
  { draftId, definition, layers: made, text, effectiveFrom: from }: Publication<Definition>,
): Promise<string> {
  const layered = layerStore(tx, kind.noun);
  await layered.oneAtATime();
  const written = made.at(-1) as PinnedLayer;
  const own = { ...written, hash: contentHash(written.document) };
  const layers = [...made.slice(0, -1), own];
  const version = await kind.store(tx, { definition, layers, from, origin: 'PUBLISHED', draftId });
  await layered.storePublished(own, text, from);
  return version;
}
