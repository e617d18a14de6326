import { dateInShanghai } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { scoreReads } from '../runs/score.read.js';
import type { Rating, RatingEvent, RatingRecord } from './rating.js';
import type { CaseRatings, RatingStore } from './rating.store.js';
import type { KeptRecord } from './rating-correction.js';
import type { RatingFile } from './rating-file.js';
import type { RatingRules } from './rating-rules.js';

type Row = RatingRecord & { readonly at: Date; readonly enteredBy: string; readonly replaced: boolean };

const COLUMNS = `rating_id AS "ratingId", case_id AS "caseId", source, round, assignment_id AS "assignmentId",
  unit_id AS "unitId", rater_id AS "raterId", axis, own_axis AS "ownAxis", level,
  canonical_level AS "canonicalLevel", points, satisfied, comment, method, agency, replaces, reason,
  given_at AS at, recorded_role AS "enteredBy",
  EXISTS (SELECT FROM evaluation.rating later
    WHERE later.tenant_id = rating.tenant_id AND later.replaces = rating.rating_id) AS replaced`;

const toRating = ({ caseId: _, at, ...row }: Row): Rating => ({ ...row, at: at.toISOString(), vote: null });

export const ratingStore = (tx: Transaction, standard: RatingRules): RatingStore => ({
  async of(caseIds) {
    const files = await tx.query<{ caseId: string; file: RatingFile }>(
      `SELECT case_id AS "caseId", file FROM evaluation.rating_file
       WHERE tenant_id = $1 AND case_id = ANY($2::uuid[])`,
      [tx.tenant, caseIds],
    );
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM evaluation.rating WHERE tenant_id = $1 AND case_id = ANY($2::uuid[])
       ORDER BY recorded_at, rating_id`,
      [tx.tenant, caseIds],
    );
    const entered = Map.groupBy(rows, ({ caseId }) => caseId);
    return new Map(
      files.map(({ caseId, file }): [string, CaseRatings] => [
        caseId,
        { file, entered: (entered.get(caseId) ?? []).map(toRating) },
      ]),
    );
  },
  async find({ tenant, id }) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM evaluation.rating WHERE tenant_id = $1 AND rating_id = $2`,
      [tenant, id],
    );
    return row ? recordOf(row) : null;
  },
  async append(caseId, before, events) {
    for (const event of events) await insert(tx, event);
    await tx.append(`ratings:${caseId}`, before, events);
  },
  async rules() {
    const version = await scoreReads(tx).sheetsOn(dateInShanghai(tx.recordedAt));
    return version?.sheets.ratings ?? standard;
  },
});

const recordOf = ({ at: _, enteredBy: __, ...row }: Row): KeptRecord => row;

const insert = (tx: Transaction, { payload, occurredAt }: RatingEvent): Promise<unknown> => {
  const { ratingId, caseId, source, round, assignmentId, unitId, raterId, ...said } = payload;
  const { axis, ownAxis, level, canonicalLevel, points, satisfied, comment } = said;
  const { method, agency, replaces, reason } = said;
  return tx.query(
    `INSERT INTO evaluation.rating (tenant_id, rating_id, case_id, source, round, assignment_id, unit_id, rater_id,
       axis, own_axis, level, canonical_level, points, satisfied, comment, method, agency, replaces, reason,
       given_at, recorded_by, recorded_role, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[tx.tenant, ratingId, caseId, source, round, assignmentId, unitId, raterId],
      ...[axis, ownAxis, level, canonicalLevel, points, satisfied, comment],
      ...[method, agency, replaces, reason, occurredAt ?? tx.recordedAt],
      ...[tx.scope.actor, tx.scope.viewer?.role ?? 'SYSTEM', tx.recordedAt],
    ],
  );
};
