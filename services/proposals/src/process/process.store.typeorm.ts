import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProcessStore, ProcessVersion } from '../store/proposal.store.js';
import type { Process } from './process.js';

/** `categories` in the table: code to its local name and its canonical category. */
export type StoredCategories = Readonly<
  Record<string, { readonly name: string; readonly canonical: string }>
>;
type Row = { version: string; definition: Process; categories: StoredCategories };

/** Stored versions never change, so a process of a locality is kept once it was read: the last few hundred. */
export type ProcessCache = Map<string, ProcessVersion>;

const KEPT = 500;

const COLUMNS = 'version, definition, categories';

/** The processes of one transaction's locality. */
export function processStore(tx: Transaction, cache: ProcessCache): ProcessStore {
  const keep = ({ version, definition, categories }: Row): ProcessVersion => {
    const entries = Object.entries(categories);
    const kept = {
      process: definition,
      categories: new Map(entries.map(([code, { canonical }]) => [code, canonical])),
      categoryNames: new Map(entries.map(([code, { name }]) => [code, name])),
    };
    const [oldest] = cache.keys();
    if (cache.size >= KEPT && oldest !== undefined) cache.delete(oldest);
    cache.set(`${tx.tenant}/${version}`, kept);
    return kept;
  };
  const read = async (version: string): Promise<ProcessVersion> => {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM proposals.process_version WHERE tenant_id = $1 AND version = $2`,
      [tx.tenant, version],
    );
    if (!row) throw new Error(`locality ${tx.tenant} has no process version ${version}`);
    return keep(row);
  };
  const get = async (version: string): Promise<ProcessVersion> =>
    cache.get(`${tx.tenant}/${version}`) ?? read(version);
  return {
    get,
    getInForce: async (on: CalendarDate) => {
      const [row] = await tx.query<{ version: string }>(
        `SELECT version FROM proposals.process_version WHERE tenant_id = $1
         ORDER BY (effective_from <= $2::date) DESC, serial DESC LIMIT 1`,
        [tx.tenant, on],
      );
      if (!row) throw new Error(`no process was ever loaded for locality ${tx.tenant}`);
      return get(row.version);
    },
  };
}
