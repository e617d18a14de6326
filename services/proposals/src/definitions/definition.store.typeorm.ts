import type { PinnedLayer, RecordedDraftEvent } from '@duban/kernel';
import { type CalendarDate, foldDrafts, localityUuid } from '@duban/kernel';
import { contentHash, type LayerRow, layerStore, type Transaction } from '@duban/kernel/runtime';
import { IN_FORCE, type StoredCategories, storeVersion } from '../process/process.store.typeorm.js';
import { completed, completedLayers, withDocuments } from '../process/stored-process.read.js';
import type { DefinitionStore, Publication, StoredDefinition, StoredVersions } from './definition-deps.js';

const VERSION = `version, serial, effective_from AS "effectiveFrom", origin, draft_id AS "draftId",
  loaded_at AS "recordedAt", definition, coalesce(layers, '[]') AS layers`;
const LATEST = 'ORDER BY effective_from DESC, serial DESC LIMIT 1';

type VersionRow = Omit<StoredDefinition, 'recordedAt' | 'layers'> & {
  readonly recordedAt: Date;
  readonly layers: readonly LayerRow[];
};

/** Whole versions: with all documents they name, found at once, and with what the language has come to say since. */
async function versionsOf(tx: Transaction, rows: readonly VersionRow[]): Promise<StoredDefinition[]> {
  const layers = await withDocuments(
    tx,
    rows.flatMap((row) => row.layers),
  );
  const definitions = await completed(
    tx,
    rows.map((row) => row.definition),
  );
  return rows.map(({ recordedAt, ...row }, at) => {
    const own = layers.splice(0, row.layers.length);
    const definition = definitions[at] ?? row.definition;
    return { ...row, definition, layers: own, recordedAt: recordedAt.toISOString() };
  });
}

/** The definitions of one transaction's locality. Documents of levels above are read through their own policy. */
export function definitionStore(tx: Transaction): DefinitionStore {
  const stream = `process:${localityUuid(tx.tenant)}`;
  const layers = layerStore(tx, 'process');
  return {
    ...storedVersions(tx, tx.tenant),
    below: async (locality) => ((await layers.isBelow(locality)) ? storedVersions(tx, locality) : null),
    drafts: async () => foldDrafts('process', (await tx.load(stream)) as RecordedDraftEvent[]),
    append: async (state, events) => {
      await tx.append(stream, state.version, events);
    },
    above: layers.above,
    resolve: async (refs) => completedLayers(tx, await layers.resolve(refs)),
    ownFile: async () => {
      const found = await layers.ownFile(null);
      if (!found) throw new Error(`locality ${tx.tenant} was never loaded`);
      return found;
    },
    findOwnFile: layers.ownFile,
    ownText: layers.ownText,
    publish: (publication) => publish(tx, publication),
    restore: (draftId, from) => restore(tx, draftId, from),
  };
}

async function versionsBy(
  tx: Transaction,
  locality: number,
  order: string,
  ...params: unknown[]
): Promise<StoredDefinition[]> {
  // Drafts are the locality's own business: not even their ids are told above.
  const columns = locality === tx.tenant ? VERSION : VERSION.replace('draft_id', 'NULL::uuid');
  const sql = `SELECT ${columns} FROM proposals.process_version WHERE tenant_id = $1 ${order}`;
  return versionsOf(tx, await tx.query<VersionRow>(sql, [locality, ...params]));
}

function storedVersions(tx: Transaction, locality: number): StoredVersions {
  const versions = (order: string, ...params: unknown[]) => versionsBy(tx, locality, order, ...params);
  const one = async (order: string, ...params: unknown[]): Promise<StoredDefinition> => {
    const [found] = await versions(order, ...params);
    if (!found) throw new Error(`no process was ever loaded for locality ${locality}`);
    return found;
  };
  return {
    inForce: (on) => one(`ORDER BY ${IN_FORCE} LIMIT 1`, on),
    latest: () => one(LATEST),
    before: (serial) => one('AND serial <= $2 ORDER BY (serial < $2) DESC, serial DESC LIMIT 1', serial),
    find: async (version) => (await versions('AND version = $2', version))[0] ?? null,
    list: () => versions('ORDER BY serial DESC LIMIT 200'),
  };
}

async function latestCategories(tx: Transaction): Promise<StoredCategories> {
  const [row] = await tx.query<{ categories: StoredCategories }>(
    'SELECT categories FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
    [tx.tenant],
  );
  return row?.categories ?? {};
}

/** Versions are not deleted: what holds without one is stored as another, from the same day on. */
async function restore(tx: Transaction, draftId: string, from: CalendarDate): Promise<string> {
  const layered = layerStore(tx, 'process');
  await layered.oneAtATime();
  const without = `AND draft_id IS DISTINCT FROM $3 ORDER BY ${IN_FORCE} LIMIT 1`;
  const [stands] = await versionsBy(tx, tx.tenant, without, from, draftId);
  const own = stands?.layers.at(-1);
  if (!stands || !own) throw new Error(`no process was ever loaded for locality ${tx.tenant}`);
  const { definition: process } = stands;
  const restored = { ...own, origin: 'PUBLISHED' as const, fileHash: own.fileHash ?? own.hash };
  const layers = [...stands.layers.slice(0, -1), restored];
  const categories = await latestCategories(tx);
  const hash = contentHash({ process, categories });
  await storeVersion(tx, { process, categories, hash, layers, from, origin: 'PUBLISHED', draftId: null });
  await layered.storePublished(restored, await layered.textOf(own.hash), from);
  const [now] = await versionsBy(tx, tx.tenant, `ORDER BY ${IN_FORCE} LIMIT 1`, from);
  return now?.version ?? stands.version;
}

async function publish(tx: Transaction, publication: Publication): Promise<string> {
  const { draftId, definition: process, text, effectiveFrom: from } = publication;
  const layered = layerStore(tx, 'process');
  await layered.oneAtATime();
  const own = publication.layers.at(-1) as PinnedLayer;
  const layers = [...publication.layers.slice(0, -1), { ...own, hash: contentHash(own.document) }];
  const categories = await latestCategories(tx);
  const hash = contentHash({ process, categories });
  await storeVersion(tx, { process, categories, hash, layers, from, origin: 'PUBLISHED', draftId });
  await layered.storePublished(layers.at(-1) as PinnedLayer, text, from);
  const [stored] = await tx.query<{ version: string }>(
    'SELECT version FROM proposals.process_version WHERE tenant_id = $1 AND draft_id = $2 ORDER BY serial DESC LIMIT 1',
    [tx.tenant, draftId],
  );
  if (!stored) throw new Error(`the version of draft ${draftId} was not stored`);
  return stored.version;
}
