import type { CatalogueQuery, Finding, LintOptions } from './lint-finding.js';

type Row = { object: string; detail: string };

const readableBy = (relation: string): string => `EXISTS (
  SELECT 1 FROM aclexplode(${relation}.relacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
  WHERE acl.grantee = 0 OR r.rolname = ANY ($2))`;

const VIEWS = `
SELECT c.oid::regclass::text AS object, coalesce(array_to_string(c.reloptions, ','), '') AS detail FROM pg_class c
WHERE c.relkind = 'v' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1)) ORDER BY 1`;

const MATERIALISED = `
SELECT c.oid::regclass::text AS object, '' AS detail FROM pg_class c
WHERE c.relkind = 'm' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1)) AND ${readableBy('c')}
ORDER BY 1`;

/** Functions of any schema but the system's, since a search path can reach them all. */
const DEFINERS = `
SELECT p.oid::regprocedure::text AS object, min(coalesce(r.rolname, 'PUBLIC')) AS detail
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
  aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND (acl.grantee = 0 OR r.rolname = ANY ($1))
GROUP BY p.oid ORDER BY 1`;

/** What could look past row-level security: views, materialised views, definer functions. */
export async function lintViews(
  query: CatalogueQuery,
  { schemas, runtimeRoles }: LintOptions,
): Promise<Finding[]> {
  const views = (await query(VIEWS, [schemas])) as Row[];
  const materialised = (await query(MATERIALISED, [schemas, runtimeRoles])) as Row[];
  const definers = (await query(DEFINERS, [runtimeRoles])) as Row[];
  const invoker = /security_invoker=(true|on|1|yes)/i;
  return [
    ...views
      .filter(({ detail }) => !invoker.test(detail))
      .map(({ object }) => ({ rule: 'view-invoker', object, message: 'runs with the rights of its owner' })),
    ...materialised.map(({ object }) => ({
      rule: 'matview-readable',
      object,
      message: 'is readable and ignores row-level security',
    })),
    ...definers.map(({ object, detail }) => ({
      rule: 'function-definer',
      object,
      message: `runs with the rights of its owner and is executable by ${detail}`,
    })),
  ];
}
