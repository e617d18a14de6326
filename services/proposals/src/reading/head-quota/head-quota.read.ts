import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { HeadQuotaItem } from './head-quota.js';

export type HeadQuotaItems = HeadQuotaItem & { readonly unitId: string };

/** The cases of a year, each once whatever its rounds; `units` is what is asked of the units. */
const counting = (units: string): string =>
  `SELECT c.unit_id AS "unitId", bool_or(c.replied_at IS NOT NULL) AS answered,
     bool_or(c.replied_at IS NOT NULL AND EXISTS (
       SELECT FROM proposals.contact k WHERE k.tenant_id = c.tenant_id AND k.assignment_id = c.id
         AND k.phase = 'AT_REPLY' AND k.face_to_face AND k.by_head)) AS "byHead"
   FROM proposals.assignment c
     JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id
   WHERE c.tenant_id = $1 AND p.year = $2 AND p.kind = ANY($3::text[]) AND ${units}
     AND c.role IN ('SOLE', 'LEAD', 'SEPARATE') AND c.phase NOT IN ('PENDING', 'REASSIGNED', 'ENDED')
   GROUP BY c.unit_id, c.proposal_id`;

/**
 * The cases of a year that units lead, handle alone or separately. A unit's quota does not depend on
 * who asks, so it is of all cases of the locality.
 */
export const readHeadQuotaItems = (
  tx: Transaction,
  unitIds: readonly string[],
  year: number,
  kinds: readonly ProposalKind[],
): Promise<HeadQuotaItems[]> =>
  tx.query<HeadQuotaItems>(counting('c.unit_id = ANY($4::uuid[])'), [tx.tenant, year, kinds, unitIds]);

/** The same of every unit whose year is not closed. */
export const readHeadQuotaItemsOfAll = (
  tx: Transaction,
  year: number,
  kinds: readonly ProposalKind[],
): Promise<HeadQuotaItems[]> => {
  const open = `NOT EXISTS (SELECT FROM proposals.unit_year y
    WHERE y.tenant_id = c.tenant_id AND y.unit_id = c.unit_id AND y.year = p.year)`;
  return tx.query<HeadQuotaItems>(counting(open), [tx.tenant, year, kinds]);
};
