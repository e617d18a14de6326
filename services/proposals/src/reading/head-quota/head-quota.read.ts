import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { HeadQuotaItem } from './head-quota.js';

export type HeadQuotaItems = HeadQuotaItem & { readonly unitId: string };

/**
 * The cases of a year that units lead, handle alone or separately, each once whatever its rounds. A
 * unit's quota does not depend on who asks, so it is of all cases of the locality.
 */
export const readHeadQuotaItems = (
  tx: Transaction,
  unitIds: readonly string[],
  year: number,
  kinds: readonly ProposalKind[],
): Promise<HeadQuotaItems[]> =>
  tx.query<HeadQuotaItems>(
    `SELECT c.unit_id AS "unitId", bool_or(c.replied_at IS NOT NULL) AS answered,
       bool_or(c.replied_at IS NOT NULL AND EXISTS (
         SELECT FROM proposals.contact k WHERE k.tenant_id = c.tenant_id AND k.assignment_id = c.id
           AND k.phase = 'AT_REPLY' AND k.face_to_face AND k.by_head)) AS "byHead"
     FROM proposals.assignment c
       JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id
     WHERE c.tenant_id = $1 AND c.unit_id = ANY($2::uuid[]) AND p.year = $3 AND p.kind = ANY($4::text[])
       AND c.role IN ('SOLE', 'LEAD', 'SEPARATE') AND c.phase NOT IN ('PENDING', 'REASSIGNED', 'ENDED')
     GROUP BY c.unit_id, c.proposal_id`,
    [tx.tenant, unitIds, year, kinds],
  );
