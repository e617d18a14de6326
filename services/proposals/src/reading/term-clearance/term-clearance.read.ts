import type { Viewer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';
import type { RegisterCounts } from '../../tracking/register-counts.js';
import { REGISTER_COUNTS } from '../../tracking/register-tally.store.js';

/** Of everybody, or of one unit. */
export type CountedRegister = RegisterCounts & { readonly unitId: string | null };

/**
 * Entries of the cases of a term (届), of cases the viewer may read, counted altogether and for each unit.
 */
export function readTermClearance(tx: Transaction, viewer: Viewer, term: number): Promise<CountedRegister[]> {
  const conditions = new Conditions();
  conditions.add(`c.tenant_id = ${conditions.param(tx.tenant)}`).add(visibleCase(viewer, conditions));
  conditions.given(term, (p) => `p.term = ${p}::int`).add(`c.phase <> 'ENDED'`);
  return tx.query<CountedRegister>(
    `SELECT c.unit_id AS "unitId", ${REGISTER_COUNTS}
     FROM proposals.tracking_entry c
       JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id
     WHERE ${conditions.where} GROUP BY GROUPING SETS ((), (c.unit_id)) ORDER BY c.unit_id NULLS FIRST`,
    conditions.params,
  );
}
