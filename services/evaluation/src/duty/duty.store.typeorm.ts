import { together } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { readEvidence } from '../evidence/evidence.store.typeorm.js';
import type { DutyFiles, DutyReads, DutyYear } from './duty.store.js';

/** A handful of rows a case, which few of its steps change: what says the same is left alone. */
export const dutyFiles = (tx: Transaction): DutyFiles => ({
  async set(cases) {
    const rows = cases.flatMap(({ caseId, duties }) => duties.map((duty) => ({ caseId, ...duty })));
    const keys = [rows.map(({ caseId }) => caseId), rows.map(({ mandateId }) => mandateId)];
    const removed = tx.query(
      `DELETE FROM evaluation.case_duty WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])
         AND (case_id, mandate_id) NOT IN (SELECT * FROM unnest($3::uuid[], $4::uuid[]))`,
      [tx.tenant, cases.map(({ caseId }) => caseId), ...keys],
    );
    const written = tx.query(
      `INSERT INTO evaluation.case_duty AS known (tenant_id, case_id, mandate_id, led, joined, ratings, contacts)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::boolean[], $6::int[], $7::int[])
       ON CONFLICT (tenant_id, case_id, mandate_id) DO UPDATE
         SET led = excluded.led, joined = excluded.joined, ratings = excluded.ratings, contacts = excluded.contacts
         WHERE (known.led, known.joined, known.ratings, known.contacts)
           IS DISTINCT FROM (excluded.led, excluded.joined, excluded.ratings, excluded.contacts)`,
      [
        tx.tenant,
        ...keys,
        rows.map(({ led }) => led),
        rows.map(({ joined }) => joined),
        rows.map(({ ratings }) => ratings),
        rows.map(({ contacts }) => contacts),
      ],
    );
    await together([removed, written]);
  },
});

export const dutyReads = (tx: Transaction): DutyReads => ({
  ofYear: (year, mandateIds) =>
    tx.query<DutyYear>(
      `SELECT duty.mandate_id AS "mandateId", count(*) FILTER (WHERE duty.led)::int AS led,
         count(*) FILTER (WHERE duty.joined)::int AS joined,
         sum(duty.ratings)::int AS ratings, sum(duty.contacts)::int AS contacts,
         count(*) FILTER (WHERE duty.led AND fact.accepted_on IS NOT NULL)::int AS accepted,
         count(*) FILTER (WHERE duty.led AND fact.solved_on IS NOT NULL)::int AS solved,
         coalesce(array_agg(duty.case_id ORDER BY duty.case_id) FILTER (WHERE duty.led), '{}') AS "caseIds"
       FROM evaluation.case_duty duty
       JOIN evaluation.case_fact fact ON fact.tenant_id = duty.tenant_id AND fact.case_id = duty.case_id
         AND fact.valid_to = 'infinity' AND fact.year = $2
       WHERE duty.tenant_id = $1 AND duty.mandate_id = ANY ($3::uuid[]) GROUP BY duty.mandate_id`,
      [tx.tenant, year, [...mandateIds]],
    ),
  async gradesOf(caseIds) {
    const condition = `record.subject_kind = 'PROPOSAL' AND record.source = 'MANUAL' AND record.subject_id = ANY ($2::uuid[])`;
    return (await readEvidence(tx, condition, [[...caseIds]])).filter(({ replaced }) => !replaced);
  },
});
