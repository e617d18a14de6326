import type { Transaction } from '@duban/kernel/runtime';
import type {
  CategoryRow,
  Key,
  LocalityRow,
  LocalityStore,
  OrganRow,
  RoleNameRow,
} from './locality.store.js';
import { localityHistory } from './locality-history/locality-history.read.js';

const LOCALITY = `
  SELECT locality.tenant_id AS number, locality.code, locality.level, valid_from::text AS "from",
    CASE WHEN valid_to <> 'infinity' THEN (valid_to - 1)::text END AS "to",
    (SELECT jsonb_object_agg(language, name) FROM units.locality_name
     WHERE locality_name.tenant_id = locality.tenant_id) AS names
  FROM units.locality`;
const ORGAN = `SELECT tenant_id AS tenant, id AS "organId", code, kind, name, short_name AS "shortName" FROM units.organ`;
const CATEGORY = `SELECT tenant_id AS tenant, id AS "categoryId", code, name, parent_id AS "parentId", leaf, canonical FROM units.category`;
const BY_KEYS = 'WHERE (tenant_id, id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))';

/** Localities, organs, categories and role names as row-level security shows them to the transaction. */
export function localityStore(tx: Transaction): LocalityStore {
  const byKeys = async <Row extends { readonly tenant: number }>(
    sql: string,
    keys: readonly Key[],
    idOf: (row: Row) => string,
  ): Promise<(Row | null)[]> => {
    const rows = await tx.query<Row>(`${sql} ${BY_KEYS}`, [
      keys.map(({ tenant }) => tenant),
      keys.map(({ id }) => id),
    ]);
    const found = new Map(rows.map((row) => [`${row.tenant}/${idOf(row)}`, row]));
    return keys.map(({ tenant, id }) => found.get(`${tenant}/${id}`) ?? null);
  };
  return {
    ...treeReads(tx),
    ...localityHistory(tx),
    organs: (tenant) =>
      tx.query<OrganRow>(`${ORGAN} WHERE tenant_id = $1 AND listed ORDER BY ordinal`, [tenant]),
    organsByIds: (keys) => byKeys<OrganRow>(ORGAN, keys, ({ organId }) => organId),
    categories: (tenant) =>
      tx.query<CategoryRow>(`${CATEGORY} WHERE tenant_id = $1 AND listed ORDER BY ordinal`, [tenant]),
    categoriesByIds: (keys) => byKeys<CategoryRow>(CATEGORY, keys, ({ categoryId }) => categoryId),
    roleNames: (tenant) =>
      tx.query<RoleNameRow>('SELECT role, names FROM units.role_name WHERE tenant_id = $1 ORDER BY role', [
        tenant,
      ]),
  };
}

type TreeReads = Pick<LocalityStore, 'findByCode' | 'byNumbers' | 'parentsOf' | 'childrenOf' | 'ancestorsOf'>;

function treeReads(tx: Transaction): TreeReads {
  type Link = { number: number; other: number };
  const lists = async (sql: string, numbers: readonly number[], on: string): Promise<number[][]> => {
    const rows = await tx.query<Link>(sql, [numbers, on]);
    const grouped = Map.groupBy(rows, ({ number }) => number);
    return numbers.map((number) => (grouped.get(number) ?? []).map(({ other }) => other));
  };
  return {
    findByCode: async (code) => {
      const [row] = await tx.query<LocalityRow>(
        // A code may have been another locality's before.
        `${LOCALITY} WHERE code = $1 ORDER BY locality.valid_to DESC LIMIT 1`,
        [code],
      );
      return row ?? null;
    },
    byNumbers: async (numbers) => {
      const rows = await tx.query<LocalityRow>(`${LOCALITY} WHERE tenant_id = ANY ($1::int[])`, [numbers]);
      const found = new Map(rows.map((row) => [row.number, row]));
      return numbers.map((number) => found.get(number) ?? null);
    },
    parentsOf: async (numbers, on) => {
      const found = await lists(
        `SELECT tenant_id AS number, parent_id AS other FROM units.locality_parent
         WHERE tenant_id = ANY ($1::int[]) AND valid_from <= $2 AND valid_to > $2`,
        numbers,
        on,
      );
      return found.map(([parent = null]) => parent);
    },
    childrenOf: (numbers, on) =>
      lists(
        `SELECT parent_id AS number, tenant_id AS other FROM units.locality_parent
         WHERE parent_id = ANY ($1::int[]) AND valid_from <= $2 AND valid_to > $2 ORDER BY tenant_id`,
        numbers,
        on,
      ),
    ancestorsOf: (numbers, on) =>
      lists(
        `WITH RECURSIVE above (number, other, depth) AS (
           SELECT tenant_id, parent_id, 1 FROM units.locality_parent
           WHERE tenant_id = ANY ($1::int[]) AND valid_from <= $2 AND valid_to > $2
           UNION ALL
           SELECT above.number, next.parent_id, above.depth + 1 FROM above
           JOIN units.locality_parent next ON next.tenant_id = above.other
             AND next.valid_from <= $2 AND next.valid_to > $2
           WHERE above.depth < 10
         ) SELECT number, other FROM above ORDER BY number, depth`,
        numbers,
        on,
      ),
  };
}
