import type { Transaction } from '@duban/kernel/runtime';
import { AT_ONCE } from '../clocks/timed-check.js';
import type { HeardRating, HeardRatingRow } from './heard-rating.js';

/** Keeps what was heard, once however often it is told, and has the case looked at as soon as possible. */
export async function hearRating(tx: Transaction, heard: HeardRatingRow): Promise<void> {
  await tx.query(
    `INSERT INTO proposals.heard_rating (tenant_id, rating_id, proposal_id, assignment_id, rater_id, source, axis,
       own_axis, level, satisfied, rated_at, replaces)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
    [
      ...[tx.tenant, heard.ratingId, heard.proposalId, heard.assignmentId, heard.raterId],
      ...[heard.source, heard.axis, heard.ownAxis, heard.level, heard.satisfied, heard.at, heard.replaces],
    ],
  );
  await tx.query(
    `UPDATE proposals.timed_check SET next_check_at = $3
     WHERE tenant_id = $1 AND subject_kind = 'CASE' AND subject_id = $2`,
    [tx.tenant, heard.proposalId, AT_ONCE],
  );
}

type Row = Omit<HeardRating, 'at'> & { readonly at: Date };

/** What counts of what was heard about some cases, by case: ratings that another one replaced are left out. */
export async function heardAbout(
  tx: Transaction,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeardRating[]>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await tx.query<Row>(
    `SELECT rating_id AS "ratingId", proposal_id AS "proposalId", assignment_id AS "assignmentId",
       rater_id AS "raterId", source, axis, own_axis AS "ownAxis", level, satisfied, rated_at AS at
     FROM proposals.heard_rating h WHERE tenant_id = $1 AND proposal_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM proposals.heard_rating later
         WHERE later.tenant_id = h.tenant_id AND later.replaces = h.rating_id)
     ORDER BY rated_at, rating_id`,
    [tx.tenant, proposalIds],
  );
  return Map.groupBy(
    rows.map((row): HeardRating => ({ ...row, at: row.at.toISOString() })),
    ({ proposalId }) => proposalId,
  );
}
