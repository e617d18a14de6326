import type { Database, Scope } from '@duban/kernel/runtime';

/** What a figure was counted from. */
export type CountedFrom = {
  readonly tenants: readonly number[];
  /** Of their logs of cases, all positions that are in the facts, added up. */
  readonly position: number;
  /** In whose sums they are; null: in their own facts. */
  readonly root: number | null;
};

/** How far facts are behind the logs they are folded from. */
export type FreshnessReads = {
  /**
   * Seconds since the oldest event was recorded that is not in the facts, or the oldest change that is not
   * in the sums; 0 when nothing is missing. `positions` is asked for only when something is.
   */
  secondsBehind(from: CountedFrom, positions: () => Promise<ReadonlyMap<number, number>>): Promise<number>;
  /**
   * Localities that have said more of their place and of what they share than up to these positions:
   * up to where the transaction that asks has heard them.
   */
  unheard(heard: ReadonlyMap<number, number>): Promise<ReadonlySet<number>>;
};

const relayScope = (tenant: number): Scope => ({ tenant, tenants: [tenant], purpose: 'RELAY', actor: null });

/** Localities that are looked at one by one; those whose log moved longest ago come first. */
const LOOK_AT = 20;

/**
 * The app role knows nothing of others' logs; the relay may read every locality's head, and a
 * locality's events one locality at a time. At rest that is one statement.
 */
export const freshnessReads = (relay: Database): FreshnessReads => ({
  async secondsBehind({ tenants, position, root }, positions) {
    const [ahead] = await relay.look<Ahead>(relayScope(1), AHEAD, [tenants, root]);
    const facts = ahead?.cases !== position || ahead.ratings;
    return Math.max(
      facts ? await factsBehind(relay, tenants, await positions()) : 0,
      root !== null && ahead?.sums ? await sumsBehind(relay, root) : 0,
    );
  },
  async unheard(heard) {
    if (heard.size === 0) return new Set();
    const rows = await relay.look<{ tenant: number }>(
      relayScope(1),
      `SELECT head.tenant_id AS tenant FROM unnest($1::int[], $2::bigint[]) AS heard (tenant_id, position)
         JOIN units.event_head head ON head.tenant_id = heard.tenant_id AND head.position > heard.position`,
      [[...heard.keys()], [...heard.values()]],
    );
    return new Set(rows.map(({ tenant }) => tenant));
  },
});

/** Where the logs are, and whether anything of them is left to do. */
type Ahead = { readonly cases: number; readonly ratings: boolean; readonly sums: boolean };

// Positions only grow, and nobody has read further than a log goes: while the sums are the same, each is.
// Sums are compared and not rows: the planner cannot judge policies, and looks up each row of a join.
const AHEAD = `
SELECT
  (SELECT coalesce(sum(position), 0)::bigint FROM proposals.event_head WHERE tenant_id = ANY($1::int[])) AS cases,
  EXISTS (SELECT FROM evaluation.event_head head
    LEFT JOIN evaluation.consumer_cursor reached
      ON reached.tenant_id = head.tenant_id AND reached.source = 'evaluation'
    WHERE head.tenant_id = ANY($1::int[]) AND head.position > coalesce(reached.position, 0)) AS ratings,
  coalesce(reached <> (
    SELECT concat_ws(' ', sum(position), sum(uuid_hash(generation)::bigint))
    FROM evaluation.cell_head WHERE tenant_id = ANY(members)), false) AS sums
FROM (
  SELECT array_agg(member_id) AS members, concat_ws(' ', sum(position), sum(uuid_hash(generation)::bigint)) AS reached
  FROM evaluation.cell_cursor WHERE tenant_id = $2) sum`;

/** A locality's log that has more than is in the facts: of its cases, or of the ratings entered here. */
type Behind = {
  readonly log: 'proposals' | 'evaluation';
  readonly tenant: number;
  readonly position: number;
};

/** Seconds since the oldest event that is not in the facts was recorded, given the position that is. */
async function factsBehind(
  relay: Database,
  tenants: readonly number[],
  positions: ReadonlyMap<number, number>,
): Promise<number> {
  const behind = await relay.look<Behind>(
    relayScope(1),
    `SELECT 'proposals' AS log, head.tenant_id AS tenant, known.position, head.recorded_at
       FROM unnest($1::int[], $2::bigint[]) AS known (tenant_id, position)
       JOIN proposals.event_head head ON head.tenant_id = known.tenant_id AND head.position > known.position
       UNION ALL
       SELECT 'evaluation', head.tenant_id, coalesce(reached.position, 0), head.recorded_at
       FROM evaluation.event_head head
       LEFT JOIN evaluation.consumer_cursor reached
         ON reached.tenant_id = head.tenant_id AND reached.source = 'evaluation'
       WHERE head.tenant_id = ANY($1::int[]) AND head.position > coalesce(reached.position, 0)
       ORDER BY recorded_at LIMIT ${LOOK_AT}`,
    [tenants, tenants.map((tenant) => positions.get(tenant) ?? 0)],
  );
  const ages: number[] = [];
  for (const each of behind) ages.push(await ageOfNext(relay, each));
  return Math.max(0, ...ages);
}

const ageOfNext = (relay: Database, { log, tenant, position }: Behind): Promise<number> =>
  relay.transaction(relayScope(tenant), 'read', async (tx) => {
    const [row] = await tx.query<{ seconds: number }>(
      `SELECT extract(epoch FROM clock_timestamp() - recorded_at)::float8 AS seconds
       FROM ${log}.event WHERE tenant_id = $1 AND position = $2`,
      [tenant, position + 1],
    );
    return row?.seconds ?? 0;
  });

/** Seconds that the oldest change below a locality has waited to be taken into its sums. */
async function sumsBehind(relay: Database, root: number): Promise<number> {
  const behind = await relay.look<{ tenant: number }>(
    relayScope(root),
    `SELECT member_id AS tenant FROM evaluation.cell_cursor reached
       JOIN evaluation.cell_head head ON head.tenant_id = reached.member_id AND head.position > reached.position
       WHERE reached.tenant_id = $1 LIMIT ${LOOK_AT}`,
    [root],
  );
  if (behind.length === 0) return 0;
  const tenants = [root, ...behind.map(({ tenant }) => tenant)];
  return relay.transaction({ ...relayScope(root), tenants }, 'read', async (tx) => {
    const [row] = await tx.query<{ seconds: number }>(
      `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - change.recorded_at)), 0)::float8 AS seconds
       FROM evaluation.cell_cursor reached
       JOIN evaluation.cell_change change ON change.tenant_id = reached.member_id AND change.position = reached.position + 1
       WHERE reached.tenant_id = $1`,
      [root],
    );
    return row?.seconds ?? 0;
  });
}
