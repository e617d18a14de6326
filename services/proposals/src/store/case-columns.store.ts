import type { CaseTable, RowOf } from './case-rows.js';

type ColumnType =
  | 'uuid'
  | 'text'
  | 'int'
  | 'smallint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb'
  | 'text[]'
  | 'uuid[]';

/** SQL types of the read tables' columns: the compiler sees to it that none is missing. */
export const CASE_COLUMNS: {
  readonly [Table in CaseTable]: Readonly<Record<keyof RowOf<Table>, ColumnType>>;
} = {
  proposal: {
    id: 'uuid',
    version: 'int',
    kind: 'text',
    phase: 'text',
    period: 'text',
    proposer_type: 'text',
    lead_mandate_id: 'uuid',
    collective: 'text',
    disclosure_consent: 'text',
    source: 'text',
    title: 'text',
    body: 'text',
    category: 'text',
    canonical_category: 'text',
    content_version: 'int',
    series: 'text',
    serial: 'int',
    case_number: 'text',
    year: 'smallint',
    term: 'smallint',
    session: 'smallint',
    hard: 'boolean',
    key_tier: 'text',
    canonical_key_tier: 'text',
    process_version: 'text',
    handover_batch_id: 'uuid',
    round: 'smallint',
    due_on: 'date',
    current_class: 'text',
    outcomes: 'text[]',
    merged_into_id: 'uuid',
    drafted_at: 'timestamptz',
    pre_submitted_at: 'timestamptz',
    submitted_at: 'timestamptz',
    docketed_at: 'timestamptz',
    handed_over_at: 'timestamptz',
    replied_at: 'timestamptz',
    closed_at: 'timestamptz',
    solved_at: 'timestamptz',
    satisfied_at: 'timestamptz',
    withdrawn_at: 'timestamptz',
  },
  cosignature: {
    proposal_id: 'uuid',
    mandate_id: 'uuid',
    status: 'text',
    invited_at: 'timestamptz',
    due: 'jsonb',
    answered_at: 'timestamptz',
    reason: 'text',
  },
  assignment: {
    id: 'uuid',
    proposal_id: 'uuid',
    unit_id: 'uuid',
    role: 'text',
    round: 'smallint',
    origin: 'text',
    previous_id: 'uuid',
    phase: 'text',
    due_on: 'date',
    due: 'jsonb',
    acknowledge_by: 'jsonb',
    return_by: 'jsonb',
    asked_at: 'timestamptz',
    handed_over_at: 'timestamptz',
    acknowledged_at: 'timestamptz',
    replied_at: 'timestamptz',
    rated_at: 'timestamptz',
    closed_at: 'timestamptz',
    claimed_class: 'text',
    confirmed_class: 'text',
    outcomes: 'text[]',
    on_time: 'boolean',
  },
  contact: {
    id: 'uuid',
    proposal_id: 'uuid',
    assignment_id: 'uuid',
    round: 'smallint',
    phase: 'text',
    channel: 'text',
    held_at: 'timestamptz',
    participants: 'jsonb',
    face_to_face: 'boolean',
    by_head: 'boolean',
    record: 'text',
    place: 'text',
    place_name: 'text',
    proposer_opinion: 'text',
  },
  reply: {
    id: 'uuid',
    proposal_id: 'uuid',
    assignment_id: 'uuid',
    unit_id: 'uuid',
    round: 'smallint',
    kind: 'text',
    document_number: 'text',
    body: 'text',
    claimed_class: 'text',
    confirmed_class: 'text',
    outcomes: 'text[]',
    class_history: 'jsonb',
    signatory: 'jsonb',
    addressee_ids: 'uuid[]',
    issued_at: 'timestamptz',
    on_time: 'boolean',
    face_to_face: 'boolean',
    by_head: 'boolean',
    feedback_by: 'jsonb',
    letter: 'jsonb',
    commitments: 'jsonb',
  },
  feedback: {
    id: 'uuid',
    form_id: 'uuid',
    proposal_id: 'uuid',
    assignment_id: 'uuid',
    reply_id: 'uuid',
    round: 'smallint',
    respondent_id: 'uuid',
    collected_by: 'text',
    axis: 'text',
    own_axis: 'text',
    level: 'text',
    points: 'smallint',
    canonical_level: 'text',
    comment: 'text',
    given_at: 'timestamptz',
  },
  tracking_entry: {
    id: 'uuid',
    proposal_id: 'uuid',
    assignment_id: 'uuid',
    reply_id: 'uuid',
    unit_id: 'uuid',
    register_number: 'text',
    origin_year: 'smallint',
    year: 'smallint',
    years_carried: 'smallint',
    class: 'text',
    outcomes: 'text[]',
    phase: 'text',
    due_on: 'date',
    due: 'jsonb',
    progress: 'jsonb',
    evidence: 'jsonb',
    registered_at: 'timestamptz',
    claimed_at: 'timestamptz',
    confirmed_at: 'timestamptz',
    struck_off_at: 'timestamptz',
    ended_at: 'timestamptz',
  },
};

/** A row as it is read: an instant comes as a Date. */
export type Stored<Row> = {
  readonly [Column in keyof Row]: Column extends `${string}_at`
    ? null extends Row[Column]
      ? Date | null
      : Date
    : Row[Column];
};

/** The columns of a table for a SELECT, each with the alias in front. */
export const columnsOf = (table: CaseTable, alias: string): string =>
  Object.keys(CASE_COLUMNS[table])
    .map((column) => `${alias}.${column}`)
    .join(', ');
