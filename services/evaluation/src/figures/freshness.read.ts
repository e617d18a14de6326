import type { Database, Scope } from '@duban/kernel/runtime';

/** How far facts are behind the logs they are folded from. */
export type FreshnessReads = {
  /**
   * Seconds since the oldest event that is not in the facts was recorded, given the position that is;
   * 0 when nothing is missing. Over many localities, the largest.
   */
  secondsBehind(positions: ReadonlyMap<number, number>, tenants: readonly number[]): Promise<number>;
  /**
   * Localities that have said more of their place and of what they share than up to these positions:
   * up to where the transaction that asks has heard them.
   */
  unheard(heard: ReadonlyMap<number, number>): Promise<ReadonlySet<number>>;
  /** Seconds that the oldest change below a locality has waited to be taken into its sums; 0 when none has. */
  sumsBehind(root: number): Promise<number>;
};

const relayScope = (tenant: number): Scope => ({ tenant, tenants: [tenant], purpose: 'RELAY', actor: null });

/** Localities that are looked at one by one; those whose log moved longest ago come first. */
const LOOK_AT = 20;

/**
 * The app role knows nothing of others' logs; the relay may read every locality's head, and a
 * locality's events one locality at a time. At rest that is one statement.
 */
export const freshnessReads = (relay: Database): FreshnessReads => ({
  async secondsBehind(positions, tenants) {
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
  async sumsBehind(root) {
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
  },
});

/** A locality's log that has more than is in the facts: of its cases, or of the ratings entered here. */
type Behind = {
  readonly log: 'proposals' | 'evaluation';
  readonly tenant: number;
  readonly position: number;
};

const ageOfNext = (relay: Database, { log, tenant, position }: Behind): Promise<number> =>
  relay.transaction(relayScope(tenant), 'read', async (tx) => {
    const [row] = await tx.query<{ seconds: number }>(
      `SELECT extract(epoch FROM clock_timestamp() - recorded_at)::float8 AS seconds
       FROM ${log}.event WHERE tenant_id = $1 AND position = $2`,
      [tenant, position + 1],
    );
    return row?.seconds ?? 0;
  });
