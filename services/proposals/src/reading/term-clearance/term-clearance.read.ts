import type { Viewer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';

/** The register of a term of the assembly: what became of everything that was put on it. */
export type TermClearance = {
  readonly registered: number;
  readonly struckOff: number;
  readonly downgraded: number;
  readonly open: number;
  readonly crossTerm: number;
  /** How often the one carried longest was carried. */
  readonly longestCarried: number;
};

/** Entries of the cases of a term (届), of cases the viewer may read; entries ended with their case are not counted. */
export async function readTermClearance(
  tx: Transaction,
  viewer: Viewer,
  term: number,
): Promise<TermClearance> {
  const conditions = new Conditions();
  conditions.add(`c.tenant_id = ${conditions.param(tx.tenant)}`).add(visibleCase(viewer, conditions));
  conditions.given(term, (p) => `p.term = ${p}::int`).add(`c.phase <> 'ENDED'`);
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})::int`;
  const [row] = await tx.query<TermClearance>(
    `SELECT count(*)::int AS registered, ${count(`c.phase = 'STRUCK_OFF'`)} AS "struckOff",
       ${count(`c.phase = 'DOWNGRADED'`)} AS downgraded, ${count('c.ended_at IS NULL')} AS open,
       ${count(`c.phase = 'CROSS_TERM'`)} AS "crossTerm",
       coalesce(max(c.years_carried) FILTER (WHERE c.ended_at IS NULL), 0)::int AS "longestCarried"
     FROM proposals.tracking_entry c
       JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id
     WHERE ${conditions.where}`,
    conditions.params,
  );
  if (!row) throw new Error('a count gives a row');
  return row;
}
