import type { CatalogueQuery, Finding, LintOptions } from './lint-finding.js';

type Table = {
  oid: number;
  name: string;
  enabled: boolean;
  forced: boolean;
  reachable: boolean;
  tenant: number | null;
  tenant_required: boolean;
  tenant_indexed: boolean;
};

type Key = { table: string; name: string; kind: string; first: string | null; target_first: string | null };

/** Tables with a tenant, and tables without one that a runtime role can reach. */
const TABLES = `
SELECT c.oid::int AS oid, c.oid::regclass::text AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
  a.attnum AS tenant, coalesce(a.attnotnull, false) AS tenant_required,
  EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisvalid AND i.indkey[0] = a.attnum AND i.indpred IS NULL) AS tenant_indexed,
  EXISTS (SELECT 1 FROM aclexplode(c.relacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
          WHERE acl.grantee = 0 OR r.rolname = ANY ($2)) AS reachable
FROM pg_class c
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace = ANY (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
ORDER BY 2`;

/** First column of each unique index, and of each foreign key on both sides. */
const KEYS = `
SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, 'unique' AS kind,
  (SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS first, NULL AS target_first
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE (i.indisunique OR i.indisexclusion) AND c.relnamespace = ANY (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
UNION ALL
SELECT k.conrelid::regclass::text, k.conname, 'foreign',
  (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]),
  (SELECT attname FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1])
FROM pg_constraint k
WHERE k.contype = 'f' AND k.connamespace = ANY (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
ORDER BY 1, 2`;

/** Row-level security on every table; the tenant in its keys and indexes. */
export async function lintTables(
  query: CatalogueQuery,
  { schemas, runtimeRoles }: LintOptions,
): Promise<Finding[]> {
  const tables = (await query(TABLES, [schemas, runtimeRoles])) as Table[];
  const relevant = tables.filter((table) => table.reachable || table.tenant !== null);
  const names = new Set(relevant.map((table) => table.name));
  const keys = ((await query(KEYS, [schemas])) as Key[]).filter((key) => names.has(key.table));
  return [...relevant.flatMap(tableFindings), ...keys.flatMap(keyFindings)];
}

function tableFindings(table: Table): Finding[] {
  const found: Finding[] = [];
  const add = (rule: string, message: string): void => {
    found.push({ rule, object: table.name, message });
  };
  if (!table.enabled) add('rls-enabled', 'row-level security is not enabled');
  if (!table.forced) add('rls-forced', 'row-level security is not forced');
  if (table.tenant === null) add('tenant-column', 'has no column tenant_id');
  else if (!table.tenant_required) add('tenant-column', 'tenant_id may be NULL');
  else if (!table.tenant_indexed) add('tenant-column', 'no index starts with tenant_id');
  return found;
}

function keyFindings({ table, name, kind, first, target_first }: Key): Finding[] {
  if (first === 'tenant_id' && (kind === 'unique' || target_first === 'tenant_id')) return [];
  const message = `${kind} key ${name} does not start with tenant_id`;
  return [{ rule: 'tenant-in-keys', object: `${table}.${name.split('.').at(-1)}`, message }];
}
