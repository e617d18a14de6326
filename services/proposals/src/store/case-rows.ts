/** Rows of the read tables, without the tenant. Names are the columns' names; instants are ISO text. */

type Instant = string | null;
/** A DueDate or other structure, kept as JSON. */
type Json = unknown;

export type ProposalRow = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly phase: string;
  readonly period: string;
  readonly proposer_type: string;
  readonly lead_mandate_id: string;
  readonly collective: string | null;
  readonly disclosure_consent: string;
  readonly source: string;
  readonly title: string;
  readonly body: string;
  readonly category: string | null;
  readonly canonical_category: string | null;
  readonly content_version: number;
  readonly series: string | null;
  readonly serial: number | null;
  readonly case_number: string | null;
  readonly year: number | null;
  readonly term: number | null;
  readonly session: number | null;
  readonly hard: boolean;
  readonly key_tier: string | null;
  readonly canonical_key_tier: string | null;
  readonly process_version: string | null;
  readonly handover_batch_id: string | null;
  readonly round: number | null;
  readonly due_on: string | null;
  readonly current_class: string | null;
  readonly outcomes: readonly string[];
  readonly merged_into_id: string | null;
  readonly drafted_at: string;
  readonly pre_submitted_at: Instant;
  readonly submitted_at: Instant;
  readonly docketed_at: Instant;
  readonly handed_over_at: Instant;
  readonly replied_at: Instant;
  readonly closed_at: Instant;
  readonly solved_at: Instant;
  readonly satisfied_at: Instant;
  readonly withdrawn_at: Instant;
};

export type CosignatureRow = {
  readonly proposal_id: string;
  readonly mandate_id: string;
  readonly status: string;
  readonly invited_at: string;
  readonly due: Json;
  readonly answered_at: Instant;
  readonly reason: string | null;
};

export type AssignmentRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly unit_id: string;
  readonly role: string;
  readonly round: number;
  readonly origin: string;
  readonly previous_id: string | null;
  readonly phase: string;
  readonly due_on: string | null;
  readonly due: Json;
  readonly acknowledge_by: Json;
  readonly return_by: Json;
  readonly asked_at: Instant;
  readonly handed_over_at: Instant;
  readonly acknowledged_at: Instant;
  readonly replied_at: Instant;
  readonly rated_at: Instant;
  readonly closed_at: Instant;
  readonly claimed_class: string | null;
  readonly confirmed_class: string | null;
  readonly outcomes: readonly string[];
  readonly on_time: boolean | null;
};

export type ContactRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly assignment_id: string;
  readonly round: number;
  readonly phase: string;
  readonly channel: string;
  readonly held_at: string;
  readonly participants: Json;
  readonly face_to_face: boolean;
  readonly by_head: boolean;
  readonly record: string | null;
  readonly place: string | null;
  readonly place_name: string | null;
  readonly proposer_opinion: string | null;
};

export type ReplyRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly assignment_id: string;
  readonly unit_id: string;
  readonly round: number;
  readonly kind: string;
  readonly document_number: string;
  readonly body: string;
  readonly claimed_class: string | null;
  readonly confirmed_class: string | null;
  readonly outcomes: readonly string[];
  readonly class_history: Json;
  readonly signatory: Json;
  readonly addressee_ids: readonly string[];
  readonly issued_at: string;
  readonly on_time: boolean;
  readonly face_to_face: boolean;
  readonly by_head: boolean;
  readonly feedback_by: Json;
  readonly letter: Json;
  readonly commitments: Json;
};

export type FeedbackRow = {
  readonly id: string;
  readonly form_id: string;
  readonly proposal_id: string;
  readonly assignment_id: string;
  readonly reply_id: string;
  readonly round: number;
  readonly respondent_id: string;
  readonly collected_by: string | null;
  readonly axis: string;
  readonly own_axis: string | null;
  readonly level: string;
  readonly points: number | null;
  readonly canonical_level: string;
  readonly comment: string | null;
  readonly given_at: string;
  readonly replaces: string | null;
  readonly reason: string | null;
};

export type TrackingEntryRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly assignment_id: string;
  readonly reply_id: string;
  readonly unit_id: string;
  readonly register_number: string;
  readonly origin_year: number;
  readonly year: number;
  readonly years_carried: number;
  readonly class: string;
  readonly outcomes: readonly string[];
  readonly phase: string;
  readonly due_on: string | null;
  readonly due: Json;
  readonly progress: Json;
  readonly evidence: Json;
  readonly registered_at: string;
  readonly claimed_at: Instant;
  readonly confirmed_at: Instant;
  readonly struck_off_at: Instant;
  readonly ended_at: Instant;
};

export type WorkRecordRow = {
  readonly id: string;
  /** Null for a record apart from any case. */
  readonly proposal_id: string | null;
  readonly assignment_id: string | null;
  readonly entry_id: string | null;
  readonly unit_id: string | null;
  readonly mandate_id: string | null;
  readonly about: string;
  readonly kind: string;
  readonly canonical: string;
  readonly label: Json;
  readonly held_at: string;
  readonly field_values: Json;
  readonly case_ids: readonly string[];
  readonly verdict: string | null;
  readonly signers: Json;
  readonly completed_at: Instant;
  readonly answer_by: Json;
  readonly answer_required: boolean;
  readonly answer_due: Json;
  readonly answer_due_on: string | null;
  readonly answered_at: Instant;
  readonly answered_late: boolean | null;
  readonly answer: Json;
  readonly corrections: Json;
  readonly visible_to: readonly string[];
};

export type DutyRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly kind: string;
  readonly tier: string | null;
  readonly canonical_tier: string | null;
  readonly holder: Json;
  readonly holder_key: string;
  readonly rule: string | null;
  readonly label: Json;
  readonly unit_id: string | null;
  readonly year: number;
  readonly since_at: string;
  readonly ended_at: Instant;
  readonly end_reason: string | null;
  readonly report_id: string | null;
};

/** What another locality may see of the case; `metadata` is all of it unless `sees` is FULL. */
export type CaseGrantRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly grantee_id: number;
  readonly kind: string;
  readonly form: string;
  readonly label: string;
  readonly sees: string;
  readonly does: readonly string[];
  readonly given_at: string;
  readonly ends_at: string;
  readonly metadata: Json;
};

/** Everything the read tables say about one case. The order is the order in which rows may be written. */
export type CaseRows = {
  readonly proposal: readonly ProposalRow[];
  readonly cosignature: readonly CosignatureRow[];
  readonly assignment: readonly AssignmentRow[];
  readonly contact: readonly ContactRow[];
  readonly reply: readonly ReplyRow[];
  readonly feedback: readonly FeedbackRow[];
  readonly tracking_entry: readonly TrackingEntryRow[];
  readonly case_grant: readonly CaseGrantRow[];
  readonly work_record: readonly WorkRecordRow[];
  readonly duty: readonly DutyRow[];
};

export type CaseTable = keyof CaseRows;
export type RowOf<Table extends CaseTable> = CaseRows[Table][number];
