import type { Transaction } from '@duban/kernel/runtime';
import type { LocalityStore, Succession } from '../locality.store.js';

type Row = Succession & { readonly number: number };

/** A locality's place is taken on the day after its last one. */
const SINCE = `locality.valid_to::text AS since
  FROM units.locality_successor link JOIN units.locality ON locality.tenant_id = link.tenant_id`;

/** What became of localities, as row-level security shows it to the transaction. */
export function localityHistory(tx: Transaction): Pick<LocalityStore, 'successorsOf' | 'predecessorsOf'> {
  const lists = async (sql: string, numbers: readonly number[]): Promise<Succession[][]> => {
    const rows = Map.groupBy(await tx.query<Row>(sql, [numbers]), ({ number }) => number);
    return numbers.map((number) => rows.get(number) ?? []);
  };
  return {
    successorsOf: (numbers) =>
      lists(
        `SELECT link.tenant_id AS number, link.successor_id AS other, ${SINCE}
         WHERE link.tenant_id = ANY ($1::int[]) ORDER BY link.successor_id`,
        numbers,
      ),
    predecessorsOf: (numbers) =>
      lists(
        `SELECT link.successor_id AS number, link.tenant_id AS other, ${SINCE}
         WHERE link.successor_id = ANY ($1::int[]) ORDER BY locality.valid_to, link.tenant_id`,
        numbers,
      ),
  };
}
