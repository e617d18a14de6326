import type { CatalogueQuery, Finding, LintOptions } from './lint-finding.js';

type Policy = {
  table: string;
  name: string;
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
};
type Grant = { table: string; grantee: string; command: string };

const POLICIES = `
SELECT p.polrelid::regclass::text AS table, p.polname AS name,
  CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
  ARRAY(SELECT coalesce((SELECT rolname::text FROM pg_roles WHERE oid = role), 'PUBLIC') FROM unnest(p.polroles) role) AS roles,
  pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
WHERE p.polpermissive AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1)) ORDER BY 1, 2`;

const GRANTS = `
SELECT DISTINCT c.oid::regclass::text AS table, coalesce(r.rolname, 'PUBLIC') AS grantee, acl.privilege_type AS command
FROM pg_class c, aclexplode(c.relacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
  AND (acl.grantee = 0 OR r.rolname = ANY ($2)) AND acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
ORDER BY 1, 2, 3`;

/** That policies bind to the scope, and that none is missing. */
export async function lintPolicies(
  query: CatalogueQuery,
  { schemas, runtimeRoles }: LintOptions,
): Promise<Finding[]> {
  const policies = (await query(POLICIES, [schemas])) as Policy[];
  const grants = (await query(GRANTS, [schemas, runtimeRoles])) as Grant[];
  return [...policies.flatMap(looseFindings), ...grants.flatMap((grant) => missingFindings(grant, policies))];
}

/** PostgreSQL takes USING as the check of an UPDATE or ALL that has none; an INSERT without one lets anything in. */
function looseFindings({ table, name, command, using, check }: Policy): Finding[] {
  const object = `${table}.${name}`;
  const sides: [string, string | null, boolean][] = [
    ['USING', using, command !== 'INSERT'],
    ['WITH CHECK', check, command === 'INSERT'],
  ];
  return sides
    .filter(([, condition, needed]) => (condition === null ? needed : isLoose(condition)))
    .map(([side, condition]) => ({
      rule: 'policy-always-true',
      object,
      message: `${side} (${condition ?? 'left out'}) does not depend on the scope`,
    }));
}

/** Loose: asks no setting app.*, or lets everything through by an OR beside it. */
function isLoose(condition: string): boolean {
  const bound = /current_setting\('app\.[a-z_]+'/.test(condition);
  const wayAround = /\bOR\s+\(*(true|1\s*=\s*1)\b|\b(true|\(1\s*=\s*1\))\)*\s+OR\b|\bIS (NOT )?NULL\b/i.test(
    condition,
  );
  return !bound || wayAround;
}

function missingFindings({ table, grantee, command }: Grant, policies: readonly Policy[]): Finding[] {
  const covered = policies.some(
    (policy) =>
      policy.table === table &&
      (policy.command === command || policy.command === 'ALL') &&
      (policy.roles.includes(grantee) || policy.roles.includes('PUBLIC')),
  );
  return covered
    ? []
    : [
        {
          rule: 'policy-missing',
          object: table,
          message: `${grantee} may ${command}, but no policy says on what`,
        },
      ];
}
