import {
  type Keyset,
  type KeysetRow,
  keyset,
  type Page,
  type Slice,
  type SortKey,
} from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import type { Conditions } from './sql-conditions.read.js';

/** One page of a list, and how many match in all when somebody asks. */
export type Listed<Row> = { readonly slice: Slice<Row>; readonly total: () => Promise<number> };

type ListSource = {
  /** `FROM ... ` with its joins. */
  readonly from: string;
  readonly columns: string;
  readonly id: string;
  readonly sort: SortKey;
  readonly conditions: Conditions;
};

/** Reads one page by keyset: stable while rows are inserted, one statement, one more for the total. */
export async function readList<Row>(
  tx: Transaction,
  page: Page,
  { from, columns, id, sort, conditions }: ListSource,
): Promise<Listed<Row>> {
  const filter = conditions.where;
  const params = [...conditions.params];
  const keys: Keyset = keyset(page, { sort, id: { sql: id }, nextParam: conditions.nextParam });
  const rows = await tx.query<Row & KeysetRow>(
    `SELECT ${columns}, ${keys.columns} FROM ${from} WHERE ${filter} AND ${keys.where}
     ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
    [...params, ...keys.params],
  );
  const total = async (): Promise<number> => {
    const [row] = await tx.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${from} WHERE ${filter}`,
      params,
    );
    return row?.total ?? 0;
  };
  return { slice: keys.slice(rows), total };
}
