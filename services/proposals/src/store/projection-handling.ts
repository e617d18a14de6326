import type { Assignment, CaseState, Contact, Feedback, Reply, TrackingEntry } from '../case/state.js';
import type { AssignmentRow, ContactRow, FeedbackRow, ReplyRow, TrackingEntryRow } from './case-rows.js';

export function assignmentRow(state: CaseState, assignment: Assignment): AssignmentRow {
  const reply = state.replies.findLast(
    ({ assignmentId, kind }) => assignmentId === assignment.assignmentId && kind !== 'INTERIM',
  );
  return {
    id: assignment.assignmentId,
    proposal_id: state.proposalId,
    unit_id: assignment.unitId,
    role: assignment.role,
    round: assignment.round,
    origin: assignment.origin,
    previous_id: assignment.previousId,
    phase: assignment.phase,
    due_on: assignment.due?.date ?? null,
    due: assignment.due,
    acknowledge_by: assignment.acknowledgeBy,
    return_by: assignment.returnBy,
    handed_over_at: assignment.handedOverAt,
    acknowledged_at: assignment.acknowledgedAt,
    replied_at: assignment.repliedAt,
    rated_at: assignment.ratedAt,
    closed_at: assignment.closedAt,
    claimed_class: reply?.claimedClass ?? null,
    confirmed_class: reply?.confirmedClass ?? null,
    outcomes: reply?.outcomes ?? [],
    on_time: reply?.onTime ?? null,
  };
}

export const contactRow = (state: CaseState, contact: Contact): ContactRow => ({
  id: contact.contactId,
  proposal_id: state.proposalId,
  assignment_id: contact.assignmentId,
  round: contact.round,
  phase: contact.phase,
  channel: contact.channel,
  held_at: contact.at,
  participants: contact.participants,
  face_to_face: contact.faceToFace,
  by_head: contact.byHead,
  record: contact.record,
});

export const replyRow = (state: CaseState, reply: Reply): ReplyRow => ({
  id: reply.replyId,
  proposal_id: state.proposalId,
  assignment_id: reply.assignmentId,
  unit_id: reply.unitId,
  round: reply.round,
  kind: reply.kind,
  document_number: reply.documentNumber,
  body: reply.body,
  claimed_class: reply.claimedClass,
  confirmed_class: reply.confirmedClass,
  outcomes: reply.outcomes,
  class_history: reply.classHistory,
  signatory: reply.signatory,
  addressee_ids: reply.addresseeIds,
  issued_at: reply.issuedAt,
  on_time: reply.onTime,
  face_to_face: reply.faceToFace,
  by_head: reply.byHead,
  feedback_by: reply.feedbackBy,
  letter: reply.letter,
  commitments: state.commitments.filter(({ replyId }) => replyId === reply.replyId),
});

export const feedbackRow = (state: CaseState, feedback: Feedback): FeedbackRow => ({
  id: feedback.feedbackId,
  form_id: feedback.formId,
  proposal_id: state.proposalId,
  assignment_id: feedback.assignmentId,
  reply_id: feedback.replyId,
  round: feedback.round,
  respondent_id: feedback.respondent,
  collected_by: feedback.collectedBy,
  axis: feedback.axis,
  level: feedback.level,
  canonical_level: feedback.canonicalLevel,
  comment: feedback.comment,
  given_at: feedback.at,
});

export const trackingEntryRow = (state: CaseState, entry: TrackingEntry): TrackingEntryRow => ({
  id: entry.entryId,
  proposal_id: state.proposalId,
  assignment_id: entry.assignmentId,
  reply_id: entry.replyId,
  unit_id: entry.unitId,
  register_number: entry.registerNumber,
  origin_year: entry.originYear,
  year: entry.year,
  years_carried: entry.yearsCarried,
  class: entry.class,
  outcomes: entry.outcomes,
  phase: entry.phase,
  due_on: entry.due?.date ?? null,
  due: entry.due,
  progress: entry.progress,
  evidence: entry.evidence,
  registered_at: entry.registeredAt,
  claimed_at: entry.claimedAt,
  confirmed_at: entry.confirmedAt,
  struck_off_at: entry.struckOffAt,
  ended_at: entry.endedAt,
});
