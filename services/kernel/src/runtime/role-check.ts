import type { DataSource } from 'typeorm';
import { UnsafeRole } from './errors.js';

type Row = { role: string; super: boolean; bypass: boolean; owned: string | null };

/** Row-level security binds neither superusers nor BYPASSRLS roles, and owners can switch it off: none of them may run a service. */
export async function requireSafeRole(source: DataSource): Promise<void> {
  const [row] = (await source.query(`
    SELECT current_user AS role, bool_or(r.rolsuper) AS super, bool_or(r.rolbypassrls) AS bypass,
      (SELECT min(c.oid::regclass::text) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
         AND (pg_has_role(session_user, c.relowner, 'MEMBER') OR pg_has_role(current_user, c.relowner, 'MEMBER'))) AS owned
    FROM pg_roles r WHERE r.rolname IN (current_user, session_user)`)) as [Row];
  const fault = row.super
    ? 'is a superuser'
    : row.bypass
      ? 'bypasses row-level security'
      : row.owned && `owns ${row.owned} (itself or as a member of its owner)`;
  if (fault)
    throw new UnsafeRole(`database role "${row.role}" ${fault}; use the service's app or relay role`);
}
