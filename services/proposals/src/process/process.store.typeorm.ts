import type { CalendarDate, PinnedLayer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import { lookAtLocality } from '../clocks/warning.store.typeorm.js';
import type { ProcessStore, ProcessVersion } from '../store/proposal.store.js';
import type { ProcessOfKinds } from './effective-process.js';
import type { ProcessCopies, ReadVersion, StoredCategories } from './process-copies.runtime.js';
import { completed } from './stored-process.read.js';

const COLUMNS = 'definition, categories';

/** Which version is in force on a date, as a transaction was told once: a batch asks for each of its cases. */
const IN_FORCE_FOR = new WeakMap<Transaction, Map<CalendarDate, Promise<string>>>();

/** The one that came into force last on the date `$2`; before there was any, the first. */
export const IN_FORCE = `(effective_from <= $2::date) DESC,
  CASE WHEN effective_from <= $2::date THEN effective_from END DESC, effective_from, serial DESC`;

export type VersionToStore = {
  readonly process: ProcessOfKinds;
  readonly categories: StoredCategories;
  readonly hash: string;
  readonly layers: readonly PinnedLayer[];
  readonly from: CalendarDate;
  readonly origin: 'FILE' | 'PUBLISHED';
  /** The draft it was published from. */
  readonly draftId: string | null;
};

/** Stores the locality's next version, unless the latest is the same already; gives the name of the latest now. */
export async function storeVersion(
  tx: Transaction,
  next: VersionToStore,
): Promise<{ readonly version: string; readonly stored: boolean }> {
  const [last] = await tx.query<{ serial: number; version: string; hash: string; complete: boolean }>(
    `SELECT serial, version, hash, layers IS NOT NULL AS complete FROM proposals.process_version
     WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1`,
    [tx.tenant],
  );
  if (last?.hash === next.hash && last.complete && next.draftId === null) {
    return { version: last.version, stored: false };
  }
  const serial = (last?.serial ?? 0) + 1;
  const version = versionName(next.process, serial);
  await tx.query(
    `INSERT INTO proposals.process_version
       (tenant_id, version, effective_from, serial, definition, categories, hash, loaded_at, layers, origin, draft_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      tx.tenant,
      version,
      next.from,
      serial,
      JSON.stringify({ ...next.process, version }),
      JSON.stringify(next.categories),
      next.hash,
      tx.recordedAt,
      JSON.stringify(next.layers.map(({ document: _, ...layer }) => layer)),
      next.origin,
      next.draftId,
    ],
  );
  IN_FORCE_FOR.delete(tx);
  await lookAtLocality(tx);
  return { version, stored: true };
}

function inForce(tx: Transaction, on: CalendarDate): Promise<string> {
  const told = IN_FORCE_FOR.get(tx) ?? new Map<CalendarDate, Promise<string>>();
  const version = told.get(on) ?? askInForce(tx, on);
  IN_FORCE_FOR.set(tx, told.set(on, version));
  return version;
}

async function askInForce(tx: Transaction, on: CalendarDate): Promise<string> {
  const [row] = await tx.query<{ version: string }>(
    `SELECT version FROM proposals.process_version WHERE tenant_id = $1 ORDER BY ${IN_FORCE} LIMIT 1`,
    [tx.tenant, on],
  );
  if (!row) throw new Error(`no process was ever loaded for locality ${tx.tenant}`);
  return row.version;
}

/** What its documents call themselves, and the how manieth of the locality it is. */
const versionName = ({ version }: ProcessOfKinds, serial: number): string =>
  `${version.replace(/~\d+$/, '')}~${serial}`;

/** The processes of one transaction's locality. */
export function processStore(tx: Transaction, copies: ProcessCopies): ProcessStore {
  const read = async (version: string, kind: ProposalKind | null): Promise<ProcessVersion> => {
    const [row] = await tx.query<ReadVersion>(
      `SELECT ${COLUMNS} FROM proposals.process_version WHERE tenant_id = $1 AND version = $2`,
      [tx.tenant, version],
    );
    if (!row) throw new Error(`locality ${tx.tenant} has no process version ${version}`);
    const [definition = row.definition] = await completed(tx, [row.definition]);
    return copies.keep(tx.tenant, version, { ...row, definition }, kind);
  };
  const get = async (version: string, kind: ProposalKind | null): Promise<ProcessVersion> =>
    copies.get(tx.tenant, version, kind) ?? read(version, kind);
  return {
    get,
    all: async (kind) => {
      const rows = await tx.query<{ version: string }>(
        'SELECT version FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial',
        [tx.tenant],
      );
      const versions: ProcessVersion[] = [];
      for (const { version } of rows) versions.push(await get(version, kind));
      return versions;
    },
    getInForce: async (on, kind) => get(await inForce(tx, on), kind),
  };
}
