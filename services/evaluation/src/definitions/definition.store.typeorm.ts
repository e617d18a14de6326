import type { DefinitionStore, Publication, RecordedDraftEvent, StoredVersions } from '@duban/kernel';
import { type CalendarDate, foldDrafts, localityUuid, type PinnedLayer } from '@duban/kernel';
import { contentHash, type LayerRow, layerStore, type Transaction } from '@duban/kernel/runtime';
import type { Sheets } from '../sheet/sheet.js';
import type { SheetProblem } from '../sheet/sheet-problem.js';
import type { StoredSheets } from './sheet-desk.js';
import { SHEETS_IN_FORCE, storeSheets } from './sheet-version.store.js';

const VERSION = `version, serial, effective_from AS "effectiveFrom", origin, draft_id AS "draftId",
  recorded_at AS "recordedAt", sheets AS definition, problems, layers`;
const LATEST = 'ORDER BY effective_from DESC, serial DESC LIMIT 1';
const NOUN = 'sheet';

type VersionRow = Omit<StoredSheets, 'recordedAt' | 'layers'> & {
  readonly recordedAt: Date;
  readonly layers: readonly LayerRow[];
  readonly problems: readonly SheetProblem[];
};
type StoredRow = StoredSheets & Pick<VersionRow, 'problems'>;

/** What is still to be entered in the sheets that documents make. */
type OpenIn = (layers: readonly PinnedLayer[]) => readonly SheetProblem[];

/** The sheets of one transaction's locality. Documents of levels above are read through their own policy. */
export function definitionStore(tx: Transaction, openIn: OpenIn): DefinitionStore<Sheets> {
  const stream = `${NOUN}:${localityUuid(tx.tenant)}`;
  const layers = layerStore(tx, NOUN);
  return {
    ...storedVersions(tx, tx.tenant),
    below: async (locality) => ((await layers.isBelow(locality)) ? storedVersions(tx, locality) : null),
    drafts: async () => foldDrafts(NOUN, (await tx.load(stream)) as RecordedDraftEvent[]),
    append: async (state, events) => {
      await tx.append(stream, state.version, events);
    },
    above: layers.above,
    resolve: layers.resolve,
    ownFile: async () => {
      const found = await layers.ownFile(null);
      if (!found) throw new Error(`scoring of locality ${tx.tenant} was never loaded`);
      return found;
    },
    findOwnFile: layers.ownFile,
    ownText: layers.ownText,
    publish: (publication) => publish(tx, publication, openIn),
    restore: (draftId, from) => restore(tx, draftId, from),
  };
}

async function versionsBy(
  tx: Transaction,
  locality: number,
  order: string,
  ...params: unknown[]
): Promise<StoredRow[]> {
  // Drafts are the locality's own business: not even their ids are told above.
  const columns = locality === tx.tenant ? VERSION : VERSION.replace('draft_id', 'NULL::uuid');
  const sql = `SELECT ${columns} FROM evaluation.sheet_version WHERE tenant_id = $1 ${order}`;
  const rows = await tx.query<VersionRow>(sql, [locality, ...params]);
  const layers = await layerStore(tx, NOUN).withDocuments(rows.flatMap((row) => row.layers));
  return rows.map(({ recordedAt, ...row }) => ({
    ...row,
    layers: layers.splice(0, row.layers.length),
    recordedAt: recordedAt.toISOString(),
  }));
}

function storedVersions(tx: Transaction, locality: number): StoredVersions<Sheets> {
  const versions = (order: string, ...params: unknown[]) => versionsBy(tx, locality, order, ...params);
  const one = async (order: string, ...params: unknown[]): Promise<StoredSheets> => {
    const [found] = await versions(order, ...params);
    if (!found) throw new Error(`scoring of locality ${locality} was never loaded`);
    return found;
  };
  return {
    inForce: (on) => one(`ORDER BY ${SHEETS_IN_FORCE} LIMIT 1`, on),
    latest: () => one(LATEST),
    before: (serial) => one('AND serial <= $2 ORDER BY (serial < $2) DESC, serial DESC LIMIT 1', serial),
    find: async (version) => (await versions('AND version = $2', version))[0] ?? null,
    list: () => versions('ORDER BY serial DESC LIMIT 200'),
  };
}

/** Versions are not deleted: what holds without one is stored as another, from the same day on. */
async function restore(tx: Transaction, draftId: string, from: CalendarDate): Promise<string> {
  const layered = layerStore(tx, NOUN);
  await layered.oneAtATime();
  const without = `AND draft_id IS DISTINCT FROM $3 ORDER BY ${SHEETS_IN_FORCE} LIMIT 1`;
  const [stands] = await versionsBy(tx, tx.tenant, without, from, draftId);
  const own = stands?.layers.at(-1);
  if (!stands || !own) throw new Error(`scoring of locality ${tx.tenant} was never loaded`);
  const { definition: sheets, problems } = stands;
  const restored = { ...own, origin: 'PUBLISHED' as const, fileHash: own.fileHash ?? own.hash };
  const layers = [...stands.layers.slice(0, -1), restored];
  const hash = contentHash(sheets);
  const next = { sheets, problems, hash, layers, from, origin: 'PUBLISHED', draftId: null } as const;
  const version = await storeSheets(tx, next);
  await layered.storePublished(restored, await layered.textOf(own.hash), from);
  return version;
}

async function publish(tx: Transaction, publication: Publication<Sheets>, openIn: OpenIn): Promise<string> {
  const { draftId, definition: sheets, text, effectiveFrom: from } = publication;
  const layered = layerStore(tx, NOUN);
  await layered.oneAtATime();
  const written = publication.layers.at(-1) as PinnedLayer;
  const own = { ...written, hash: contentHash(written.document) };
  const layers = [...publication.layers.slice(0, -1), own];
  const hash = contentHash(sheets);
  const problems = openIn(layers);
  const next = { sheets, problems, hash, layers, from, origin: 'PUBLISHED', draftId } as const;
  const version = await storeSheets(tx, next);
  await layered.storePublished(own, text, from);
  return version;
}
