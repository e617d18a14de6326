import type { CatalogueQuery } from './lint-finding.js';

const IN_SCHEMA = 'n.nspname = $1';

/** Each statement gives lines `text`; they are sorted here, since a database's own order depends on its collation. */
const SECTIONS: readonly (readonly [string, string])[] = [
  [
    'schema',
    `SELECT format('owner %s, %s', pg_get_userbyid(n.nspowner), coalesce((SELECT string_agg(format('%s: %s', g.grantee, g.rights), '; ' ORDER BY g.grantee)
       FROM (SELECT coalesce(r.rolname::text, 'PUBLIC') AS grantee, string_agg(acl.privilege_type, ', ' ORDER BY acl.privilege_type) AS rights
             FROM aclexplode(n.nspacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee WHERE acl.grantee <> n.nspowner GROUP BY 1) g), 'nobody else')) AS text
     FROM pg_namespace n WHERE ${IN_SCHEMA}`,
  ],
  [
    'table',
    `SELECT format('%s (%s) owner %s%s%s', c.relname, c.relkind, pg_get_userbyid(c.relowner),
       CASE WHEN c.relrowsecurity THEN ', row security' ELSE '' END, CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END) AS text
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${IN_SCHEMA} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`,
  ],
  [
    'column',
    `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
       coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')) AS text
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE ${IN_SCHEMA} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped`,
  ],
  [
    'constraint',
    `SELECT format('%s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS text
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${IN_SCHEMA} AND k.contype <> 'n'`,
  ],
  [
    'index',
    `SELECT pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${IN_SCHEMA}`,
  ],
  [
    'policy',
    `SELECT format('%s.%s %s %s to %s%s%s', p.tablename, p.policyname, lower(p.permissive), p.cmd, array_to_string(p.roles, ', '),
       coalesce(' using ' || p.qual, ''), coalesce(' check ' || p.with_check, '')) AS text
     FROM pg_policies p WHERE p.schemaname = $1`,
  ],
  [
    'grant',
    `SELECT format('%s to %s: %s', c.relname, coalesce(r.rolname::text, 'PUBLIC'), string_agg(acl.privilege_type, ', ' ORDER BY acl.privilege_type)) AS text
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
     WHERE ${IN_SCHEMA} AND acl.grantee <> c.relowner GROUP BY c.relname, r.rolname`,
  ],
  [
    'function',
    `SELECT format('%s%s owner %s', p.oid::regprocedure, CASE WHEN p.prosecdef THEN ' SECURITY DEFINER' ELSE '' END, pg_get_userbyid(p.proowner)) AS text
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${IN_SCHEMA}`,
  ],
  [
    'trigger',
    `SELECT pg_get_triggerdef(t.oid) AS text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${IN_SCHEMA} AND NOT t.tgisinternal`,
  ],
];

/** Schemas, tables, columns, constraints, indexes, policies and grants as a text that is the same for the same database. */
export async function printCatalogue(query: CatalogueQuery, schemas: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const schema of [...schemas].sort()) {
    for (const [title, sql] of SECTIONS) {
      const rows = await query(sql, [schema]);
      const text = rows.map((row) => `${schema} ${title} ${String(row.text).replace(/\s+/g, ' ')}`).sort();
      lines.push(...(text.length > 0 ? [...text, ''] : []));
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
