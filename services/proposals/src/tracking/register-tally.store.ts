import type { Transaction } from '@duban/kernel/runtime';
import type { RegisterCounts } from './register-counts.js';

const entries = (condition: string): string => `count(c.id) FILTER (WHERE ${condition})::int`;

/** Counted of entries `c`; those that ended with their case are not among them. */
export const REGISTER_COUNTS = `count(c.id)::int AS registered,
  ${entries(`c.phase = 'STRUCK_OFF'`)} AS "struckOff", ${entries(`c.phase = 'DOWNGRADED'`)} AS downgraded,
  ${entries('c.ended_at IS NULL')} AS open, ${entries(`c.phase = 'CROSS_TERM'`)} AS "crossTerm",
  coalesce(max(c.years_carried) FILTER (WHERE c.ended_at IS NULL), 0)::int AS "longestCarried"`;

/**
 * Counts the registers of some terms anew, for the levels above. Call it after the append: from then on the
 * locality's log is locked, and nobody else changes its register.
 */
export async function tallyRegister(tx: Transaction, terms: readonly number[]): Promise<void> {
  if (terms.length > 0) await tally(tx, terms, REPLACE);
}

/** Counts what was registered before there were counts; where somebody else has just counted, that stands. */
export async function tallyUncounted(tx: Transaction): Promise<void> {
  const rows = await tx.query<{ term: number }>(
    `SELECT DISTINCT p.term FROM proposals.tracking_entry c
       JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id
     WHERE c.tenant_id = $1 AND p.term IS NOT NULL AND NOT EXISTS (
       SELECT FROM proposals.register_tally t WHERE t.tenant_id = c.tenant_id AND t.term = p.term)`,
    [tx.tenant],
  );
  if (rows.length > 0)
    await tally(
      tx,
      rows.map(({ term }) => term),
      'NOTHING',
    );
}

const REPLACE = `UPDATE SET registered = excluded.registered,
  struck_off = excluded.struck_off, downgraded = excluded.downgraded, open = excluded.open,
  cross_term = excluded.cross_term, longest_carried = excluded.longest_carried`;

const tally = (tx: Transaction, terms: readonly number[], onConflict: string): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.register_tally
       (tenant_id, term, registered, struck_off, downgraded, open, cross_term, longest_carried)
     SELECT $1::int, t.term, ${REGISTER_COUNTS}
     FROM unnest($2::int[]) AS t(term)
       LEFT JOIN (proposals.tracking_entry c
         JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id)
       ON c.tenant_id = $1 AND p.term = t.term AND c.phase <> 'ENDED'
     GROUP BY t.term ORDER BY t.term
     ON CONFLICT (tenant_id, term) DO ${onConflict}`,
    [tx.tenant, terms],
  );

export type TalliedRegister = RegisterCounts & { readonly tenant: number };

/** Registers of a term of this locality and, under purpose COUNTS, of those below it. */
export const talliedRegisters = (tx: Transaction, term: number): Promise<TalliedRegister[]> =>
  tx.query(
    `SELECT tenant_id AS tenant, registered, struck_off AS "struckOff", downgraded, open,
       cross_term AS "crossTerm", longest_carried AS "longestCarried"
     FROM proposals.register_tally WHERE term = $1 AND registered > 0 ORDER BY tenant_id`,
    [term],
  );
