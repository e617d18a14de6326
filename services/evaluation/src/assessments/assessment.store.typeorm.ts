import type { Transaction } from '@duban/kernel/runtime';
import type { EvidenceEvent, GivenBy } from '../evidence/evidence.js';
import type { Key } from '../evidence/evidence.store.js';
import { evidenceStore, versionOf } from '../evidence/evidence.store.typeorm.js';
import type { About, AssessmentStore } from './assessment.store.js';
import type { ObjectionEvent, RulingEvent } from './objection.js';

export const assessmentStore = (tx: Transaction): AssessmentStore => ({
  givenBefore: (about, given) => givenBefore(tx, about, given),
  give: (event) => give(tx, event),
  async findContested({ tenant, id }: Key) {
    const [row] = await tx.query<{ recordId: string }>(
      'SELECT record_id AS "recordId" FROM evaluation.score_objection WHERE tenant_id = $1 AND objection_id = $2',
      [tenant, id],
    );
    return row ? evidenceStore(tx).find({ tenant, id: row.recordId }) : null;
  },
  async object(event) {
    await keepObjection(tx, event);
    const stream = `evidence:${event.payload.recordId}`;
    await tx.append(stream, 1, [event]);
  },
  async rule({ ruling, replacement }, record) {
    await keepRuling(tx, ruling);
    await tx.append(`evidence:${record.recordId}`, versionOf(record), [ruling]);
    if (!replacement) return;
    const objection = record.objection && { ...record.objection, verdict: ruling.payload.verdict };
    await evidenceStore(tx).append(replacement, { ...record, objection });
  },
});

async function givenBefore(tx: Transaction, about: About, given: GivenBy): Promise<boolean> {
  const { year, code, subject, caseId } = about;
  const rows = await tx.query(
    `SELECT 1 FROM evaluation.score_evidence
     WHERE tenant_id = $1 AND year = $2 AND code = $3 AND subject_id = $4
       AND case_id IS NOT DISTINCT FROM $5::uuid AND assessor = $6 AND assessor_id = $7 LIMIT 1`,
    [tx.tenant, year, code, subject.id, caseId, given.assessor, given.id],
  );
  return rows.length > 0;
}

/** Of two at once, the second finds the stream of the assessor taken. */
async function give(tx: Transaction, event: EvidenceEvent): Promise<void> {
  const { year, code, subject, caseId, given, recordId } = event.payload;
  await evidenceStore(tx).append(event);
  const stream = ['assessment', year, code, subject.id, caseId ?? '-', given?.assessor, given?.id].join(':');
  await tx.append(stream, 0, [{ type: 'assessment.given', payload: { recordId } }]);
}

const keepObjection = (tx: Transaction, { payload }: ObjectionEvent): Promise<unknown> =>
  tx.query(
    `INSERT INTO evaluation.score_objection
       (tenant_id, objection_id, record_id, reason, documents, objected_by, objected_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.tenant,
      payload.objectionId,
      payload.recordId,
      payload.reason,
      JSON.stringify(payload.documents),
      tx.scope.actor,
      tx.recordedAt,
    ],
  );

const keepRuling = (tx: Transaction, { payload }: RulingEvent): Promise<unknown> =>
  tx.query(
    `INSERT INTO evaluation.objection_decision
       (tenant_id, objection_id, verdict, reason, replaced_by, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.tenant,
      payload.objectionId,
      payload.verdict,
      payload.reason,
      payload.replacedBy,
      tx.scope.actor,
      tx.recordedAt,
    ],
  );
