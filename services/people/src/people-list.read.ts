import type { Keyset, KeysetRow, Slice } from '@duban/kernel/graphql';
import type { PeopleReads } from './people.read.js';

/** What a list shows of which rows. All of it is text from code; what a caller sent is in the parameters. */
export type ListSource = {
  readonly columns: string;
  readonly from: string;
  readonly conditions: readonly string[];
  readonly params: readonly unknown[];
};

export type ListPage<Row> = { readonly slice: Slice<Row & KeysetRow>; count(): Promise<number> };

/** One page of a list, and how many rows there are in all for whoever asks. */
export async function readPage<Row>(
  { query }: PeopleReads,
  { columns, from, conditions, params }: ListSource,
  pageFrom: (nextParam: number) => Keyset,
): Promise<ListPage<Row>> {
  const page = pageFrom(params.length + 1);
  const where = conditions.join(' AND ');
  const rows = await query<Row & KeysetRow>(
    `SELECT ${page.columns}, ${columns} FROM ${from} WHERE ${where} AND ${page.where}
     ORDER BY ${page.orderBy} LIMIT ${page.limit}`,
    [...params, ...page.params],
  );
  const count = async () => {
    const sql = `SELECT count(*)::int AS count FROM ${from} WHERE ${where}`;
    const [row] = await query<{ count: number }>(sql, params);
    return row?.count ?? 0;
  };
  return { slice: page.slice(rows), count };
}

type Condition = readonly [value: unknown, sql: (param: string) => string];

/** Conditions for the values that were given, after the first one, which is always the locality. */
export function conditionsOf(
  tenant: number,
  given: readonly Condition[],
): Pick<ListSource, 'conditions' | 'params'> {
  const wanted = given.filter(([value]) => value !== undefined && value !== null);
  return {
    conditions: ['tenant_id = $1', ...wanted.map(([, sql], index) => sql(`$${index + 2}`))],
    params: [tenant, ...wanted.map(([value]) => value)],
  };
}
