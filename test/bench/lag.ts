import type { World } from './world.js';

/** How far figures are behind the log of a locality. */
export type Lag = {
  /** Recorded, and not in the facts. */
  readonly events: number;
  /** In the facts, and not in the sums of everybody above. */
  readonly changes: number;
  /** Since the oldest of either was recorded. */
  readonly seconds: number;
};

const LAG = `
WITH log AS (
  SELECT head.position - coalesce(reached.position, 0) AS events, coalesce(reached.position, 0) AS position
  FROM proposals.event_head head LEFT JOIN evaluation.consumer_cursor reached
    ON reached.tenant_id = head.tenant_id AND reached.source = 'proposals' WHERE head.tenant_id = $1),
sums AS (
  SELECT head.position - min(reached.position) AS changes, min(reached.position) AS position
  FROM evaluation.cell_head head JOIN evaluation.cell_cursor reached ON reached.member_id = head.tenant_id
  WHERE head.tenant_id = $1 GROUP BY head.position)
SELECT log.events::int AS events, coalesce(sums.changes, 0)::int AS changes,
  coalesce(extract(epoch FROM clock_timestamp() - least(
    (SELECT recorded_at FROM proposals.event WHERE tenant_id = $1 AND position = log.position + 1),
    (SELECT min(recorded_at) FROM evaluation.cell_change WHERE tenant_id = $1 AND position = sums.position + 1))), 0)::float8 AS seconds
FROM log LEFT JOIN sums ON true`;

export async function lagOf(world: World, tenant: number): Promise<Lag> {
  const { rows } = await (await world.admin()).query<Lag>(LAG, [tenant]);
  return rows[0] ?? { events: 0, changes: 0, seconds: 0 };
}
