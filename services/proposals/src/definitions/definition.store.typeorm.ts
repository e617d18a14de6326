import type { PinnedLayer } from '@duban/kernel';
import { type CalendarDate, localityUuid } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { contentHash } from '@duban/kernel/runtime';
import { IN_FORCE, type StoredCategories, storeVersion } from '../process/process.store.typeorm.js';
import { completed, completedLayers, type LayerRow, withDocuments } from '../process/stored-process.read.js';
import type { DefinitionStore, Publication, StoredDefinition, StoredVersions } from './definition-deps.js';
import type { LayerRef, RecordedDraftEvent } from './draft-events.js';
import { foldDrafts } from './draft-state.js';

const VERSION = `version, serial, effective_from AS "effectiveFrom", origin, draft_id AS "draftId",
  loaded_at AS "recordedAt", definition AS process, coalesce(layers, '[]') AS layers`;
const LAYER = 'tenant_id AS locality, source, level, name, hash, origin, document';
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
  const processes = await completed(
    tx,
    rows.map((row) => row.process),
  );
  return rows.map(({ recordedAt, ...row }, at) => {
    const own = layers.splice(0, row.layers.length);
    const process = processes[at] ?? row.process;
    return { ...row, process, layers: own, recordedAt: recordedAt.toISOString() };
  });
}

/** The definitions of one transaction's locality. Documents of levels above are read through their own policy. */
export function definitionStore(tx: Transaction): DefinitionStore {
  const stream = `process:${localityUuid(tx.tenant)}`;
  return {
    ...storedVersions(tx, tx.tenant),
    below: async (locality) => ((await isBelow(tx, locality)) ? storedVersions(tx, locality) : null),
    drafts: async () => foldDrafts((await tx.load(stream)) as RecordedDraftEvent[]),
    append: async (state, events) => {
      await tx.append(stream, state.version, events);
    },
    above: (on) => above(tx, on),
    resolve: (refs) => resolve(tx, refs),
    ownFile: async () => {
      const found = await ownFile(tx, null);
      if (!found) throw new Error(`locality ${tx.tenant} was never loaded`);
      return found;
    },
    findOwnFile: (hash) => ownFile(tx, hash),
    ownText: () => ownText(tx),
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

const isBelow = async (tx: Transaction, locality: number): Promise<boolean> =>
  (
    await tx.query('SELECT 1 FROM proposals.process_ancestor WHERE tenant_id = $1 AND ancestor_id = $2', [
      locality,
      tx.tenant,
    ])
  ).length > 0;

/** What a level published counts before its file. */
const above = (tx: Transaction, on: CalendarDate): Promise<PinnedLayer[]> =>
  tx.query<PinnedLayer>(
    `SELECT ${LAYER.replace('tenant_id', 'ancestor_id')} FROM proposals.process_ancestor edge
     CROSS JOIN LATERAL (SELECT * FROM proposals.process_layer layer
       WHERE layer.tenant_id = edge.ancestor_id AND effective_from <= $2
       ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC LIMIT 1) layer
     WHERE edge.tenant_id = $1 ORDER BY depth`,
    [tx.tenant, on],
  );

async function resolve(tx: Transaction, refs: readonly LayerRef[]): Promise<PinnedLayer[]> {
  const rows = await tx.query<PinnedLayer>(
    `SELECT DISTINCT ON (tenant_id, hash) ${LAYER} FROM proposals.process_layer
     WHERE (tenant_id, hash) IN (SELECT * FROM unnest($1::int[], $2::text[])) ORDER BY tenant_id, hash, serial`,
    [refs.map(({ locality }) => locality), refs.map(({ hash }) => hash)],
  );
  const found = refs.map(({ locality, hash }) => {
    const row = rows.find((one) => one.locality === locality && one.hash === hash);
    if (!row) throw new Error(`document ${hash} of ${locality} is not there for locality ${tx.tenant}`);
    return row;
  });
  return completedLayers(tx, found);
}

async function ownFile(tx: Transaction, hash: string | null): Promise<PinnedLayer | null> {
  const [row] = await tx.query<PinnedLayer>(
    `SELECT ${LAYER} FROM proposals.process_layer
     WHERE tenant_id = $1 AND origin = 'FILE' AND ($2::text IS NULL OR hash = $2) ORDER BY serial DESC LIMIT 1`,
    [tx.tenant, hash],
  );
  return row ?? null;
}

async function ownText(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ text: string }>(
    `SELECT text FROM proposals.process_layer WHERE tenant_id = $1
     ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC LIMIT 1`,
    [tx.tenant],
  );
  return row?.text ?? '';
}

/** Of two who publish at once the second waits here, and is told at the log that it came too late. */
const oneAtATime = (tx: Transaction): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban publish process'), $1)`, [tx.tenant]);

async function latestCategories(tx: Transaction): Promise<StoredCategories> {
  const [row] = await tx.query<{ categories: StoredCategories }>(
    'SELECT categories FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
    [tx.tenant],
  );
  return row?.categories ?? {};
}

/** Versions are not deleted: what holds without one is stored as another, from the same day on. */
async function restore(tx: Transaction, draftId: string, from: CalendarDate): Promise<string> {
  await oneAtATime(tx);
  const without = `AND draft_id IS DISTINCT FROM $3 ORDER BY ${IN_FORCE} LIMIT 1`;
  const [stands] = await versionsBy(tx, tx.tenant, without, from, draftId);
  const own = stands?.layers.at(-1);
  if (!stands || !own) throw new Error(`no process was ever loaded for locality ${tx.tenant}`);
  const { process } = stands;
  const restored = { ...own, origin: 'PUBLISHED' as const, fileHash: own.fileHash ?? own.hash };
  const layers = [...stands.layers.slice(0, -1), restored];
  const categories = await latestCategories(tx);
  const hash = contentHash({ process, categories });
  await storeVersion(tx, { process, categories, hash, layers, from, origin: 'PUBLISHED', draftId: null });
  const [written] = await tx.query<{ text: string }>(
    'SELECT text FROM proposals.process_layer WHERE tenant_id = $1 AND hash = $2 ORDER BY serial DESC LIMIT 1',
    [tx.tenant, own.hash],
  );
  await storePublished(tx, restored, written?.text ?? '', from);
  const [now] = await versionsBy(tx, tx.tenant, `ORDER BY ${IN_FORCE} LIMIT 1`, from);
  return now?.version ?? stands.version;
}

async function publish(tx: Transaction, publication: Publication): Promise<string> {
  const { draftId, process, text, effectiveFrom: from } = publication;
  await oneAtATime(tx);
  const own = publication.layers.at(-1) as PinnedLayer;
  const layers = [...publication.layers.slice(0, -1), { ...own, hash: contentHash(own.document) }];
  const categories = await latestCategories(tx);
  const hash = contentHash({ process, categories });
  await storeVersion(tx, { process, categories, hash, layers, from, origin: 'PUBLISHED', draftId });
  await storePublished(tx, layers.at(-1) as PinnedLayer, text, from);
  const [stored] = await tx.query<{ version: string }>(
    'SELECT version FROM proposals.process_version WHERE tenant_id = $1 AND draft_id = $2 ORDER BY serial DESC LIMIT 1',
    [tx.tenant, draftId],
  );
  if (!stored) throw new Error(`the version of draft ${draftId} was not stored`);
  return stored.version;
}

/** The own layer, for those below. */
const storePublished = (
  tx: Transaction,
  { source, level, name, document, hash }: PinnedLayer,
  text: string,
  from: CalendarDate,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.process_layer
       (tenant_id, serial, origin, source, level, name, effective_from, document, text, hash, recorded_at)
     SELECT $1, coalesce(max(serial), 0) + 1, 'PUBLISHED', $2, $3, $4, $5, $6, $7, $8, $9
     FROM proposals.process_layer WHERE tenant_id = $1`,
    [tx.tenant, source, level, name, from, JSON.stringify(document), text, hash, tx.recordedAt],
  );
