import type { Database, Scope } from '@duban/kernel/runtime';
import { MEANING } from './counter.js';
import type { CellWork } from './view.store.js';

/** Bound by policies to places and positions: no cell is seen in it. */
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };

const ON_DAY = 'valid_from <= $2::date AND $2::date < valid_to';

const VIEWS = `
WITH edge AS (
  SELECT ancestor_id AS view, tenant_id AS member FROM evaluation.locality_edge WHERE ${ON_DAY} AND shares <> 'NONE'
  UNION SELECT ancestor_id, ancestor_id FROM evaluation.locality_edge WHERE ${ON_DAY})
SELECT coalesce(edge.view, reached.tenant_id) AS view, array_agg(coalesce(edge.member, reached.member_id)) AS members
FROM edge
FULL JOIN evaluation.cell_cursor reached ON reached.tenant_id = edge.view AND reached.member_id = edge.member
LEFT JOIN evaluation.cell_head head ON head.tenant_id = coalesce(edge.member, reached.member_id)
LEFT JOIN evaluation.cell_view known ON known.tenant_id = coalesce(edge.view, reached.tenant_id)
WHERE edge.view IS NULL OR known.meaning <> $1
  OR (reached.member_id IS NULL AND head.meaning = $1)
  OR head.position <> reached.position OR head.generation <> reached.generation
GROUP BY 1 ORDER BY 1`;

const UNMADE = `
SELECT DISTINCT node.tenant_id AS tenant FROM evaluation.locality_node node
LEFT JOIN evaluation.cell_head head ON head.tenant_id = node.tenant_id
WHERE head.meaning IS DISTINCT FROM $1 ORDER BY 1 LIMIT 1000`;

const STATE = `
SELECT concat_ws(' ', count(*) FILTER (WHERE meaning = $1),
    (SELECT sum(position) FROM evaluation.consumer_cursor WHERE source = 'units')) AS places,
  concat_ws(' ', count(*), sum(position), sum(hashtext(generation::text)),
    (SELECT count(*) FROM evaluation.cell_cursor)) AS sums FROM evaluation.cell_head`;

export function cellWork(database: Database): CellWork {
  const look = <Row>(sql: string, params: readonly unknown[]): Promise<Row[]> =>
    database.look<Row>(OVERVIEW, sql, params);
  return {
    unmade: async () => (await look<{ tenant: number }>(UNMADE, [MEANING])).map(({ tenant }) => tenant),
    views: (day) => look<{ view: number; members: number[] }>(VIEWS, [MEANING, day]),
    state: async () => {
      const [row] = await look<{ places: string; sums: string }>(STATE, [MEANING]);
      return row ?? { places: '', sums: '' };
    },
  };
}
