import type { CatalogueQuery, Finding, LintOptions } from './lint-finding.js';

type Role = { name: string; super: boolean; bypass: boolean; owned: string | null; owner_of: string | null };
type Grant = { object: string; grantee: string; privilege: string };

const ROLES = `
SELECT r.rolname AS name, r.rolsuper AS super, r.rolbypassrls AS bypass,
  (SELECT min(o.name) FROM (
     SELECT oid::regclass::text AS name, relowner AS owner FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
     UNION ALL SELECT oid::regprocedure::text, proowner FROM pg_proc WHERE pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
     UNION ALL SELECT 'schema ' || nspname, nspowner FROM pg_namespace WHERE nspname = ANY ($1)
     UNION ALL SELECT 'database ' || datname, datdba FROM pg_database WHERE datname = current_database()
   ) o WHERE o.owner = r.oid) AS owned,
  (SELECT min(owner.rolname) FROM pg_roles owner WHERE owner.oid <> r.oid AND pg_has_role(r.oid, owner.oid, 'MEMBER')
     AND (owner.rolsuper OR owner.rolbypassrls OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = owner.oid)
       OR EXISTS (SELECT 1 FROM pg_namespace WHERE nspowner = owner.oid))) AS owner_of
FROM pg_roles r WHERE r.rolname = ANY ($2) ORDER BY 1`;

/** Everything granted on tables and schemas to a runtime role or PUBLIC. */
const GRANTS = `
SELECT g.object, coalesce(r.rolname, 'PUBLIC') AS grantee, g.privilege FROM (
  SELECT c.oid::regclass::text AS object, acl.grantee, acl.privilege_type AS privilege
  FROM pg_class c, aclexplode(c.relacl) acl WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
  UNION ALL SELECT c.oid::regclass::text, acl.grantee, acl.privilege_type
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) acl
  WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
  UNION ALL SELECT 'schema ' || n.nspname, acl.grantee, acl.privilege_type
  FROM pg_namespace n, aclexplode(n.nspacl) acl WHERE n.nspname = ANY ($1 || ARRAY['public'])
) g LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE g.grantee = 0 OR r.rolname = ANY ($2) ORDER BY 1, 2, 3`;

const TOO_MUCH = ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN', 'CREATE'];

/** What runtime roles are, and what they and PUBLIC were given. */
export async function lintRoles(
  query: CatalogueQuery,
  { schemas, runtimeRoles }: LintOptions,
): Promise<Finding[]> {
  const roles = (await query(ROLES, [schemas, runtimeRoles])) as Role[];
  const grants = (await query(GRANTS, [schemas, runtimeRoles])) as Grant[];
  const missing = runtimeRoles.filter((name) => !roles.some((role) => role.name === name));
  return [
    ...missing.map((name) => ({ rule: 'role-owner', object: name, message: 'there is no such role' })),
    ...roles.flatMap(roleFindings),
    ...grants.flatMap(grantFindings),
  ];
}

function roleFindings({ name, super: isSuper, bypass, owned, owner_of }: Role): Finding[] {
  const faults: [string, string | false | null][] = [
    ['role-superuser', isSuper && 'is a superuser'],
    ['role-bypass', bypass && 'bypasses row-level security'],
    ['role-owner', owned && `owns ${owned}`],
    ['role-owner', owner_of && `is a member of ${owner_of}, which owns objects or may do anything`],
  ];
  return faults.flatMap(([rule, message]) => (message ? [{ rule, object: name, message }] : []));
}

function grantFindings({ object, grantee, privilege }: Grant): Finding[] {
  if (grantee !== 'PUBLIC' && !TOO_MUCH.includes(privilege)) return [];
  return [{ rule: 'grant-too-much', object, message: `${grantee} has ${privilege}` }];
}
