import { AT_ONCE } from './timed-check.js';

/**
 * Cases that have just changed are looked at as soon as possible, in the statement that writes their
 * rows: `$1` is the locality, `$2` the rows as JSON, in which `id` is the case.
 */
export const LOOK_AT_ONCE = `WITH looked AS (
    INSERT INTO proposals.timed_check (tenant_id, subject_kind, subject_id, next_check_at)
    SELECT $1::int, 'CASE', c.id, '${AT_ONCE}'::timestamptz
    FROM jsonb_to_recordset($2::jsonb) AS c(id uuid) ORDER BY c.id
    ON CONFLICT (tenant_id, subject_kind, subject_id) DO UPDATE SET next_check_at = excluded.next_check_at)`;
