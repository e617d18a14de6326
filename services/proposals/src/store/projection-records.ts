import { answerDueOn, casesOf, type WorkRecord } from '../records/work-record.js';
import type { WorkRecordRow } from './case-rows.js';

/** A work record as lists show it: of a case or apart from any. */
export const workRecordRow = (record: WorkRecord): WorkRecordRow => ({
  id: record.recordId,
  proposal_id: record.subject.proposalId,
  assignment_id: record.subject.assignmentId,
  entry_id: record.subject.entryId,
  unit_id: record.subject.unitId,
  mandate_id: record.subject.mandateId,
  about: record.subject.about,
  kind: record.kind,
  canonical: record.canonical,
  label: record.label,
  held_at: record.at,
  field_values: record.values,
  case_ids: casesOf(record),
  verdict: record.verdict,
  signers: record.signers,
  completed_at: record.completedAt,
  answer_by: record.answer?.by ?? null,
  answer_required: record.answer?.required ?? false,
  answer_due: record.answer?.due ?? null,
  answer_due_on: answerDueOn(record),
  answered_at: record.answered?.at ?? null,
  answered_late: record.answered?.late ?? null,
  answer: record.answered,
  corrections: record.corrections,
  visible_to: record.visibleTo,
});
