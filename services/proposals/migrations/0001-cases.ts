import { eventLogTables, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE_TABLE = `
CREATE TABLE proposals.proposal (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  version int NOT NULL,
  kind text NOT NULL,
  phase text NOT NULL,
  period text NOT NULL,
  proposer_type text NOT NULL,
  lead_mandate_id uuid NOT NULL,
  collective text,
  disclosure_consent text NOT NULL,
  source text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  category text,
  canonical_category text,
  content_version int NOT NULL,
  series text,
  serial int,
  case_number text,
  year smallint,
  term smallint,
  session smallint,
  hard boolean NOT NULL,
  key_tier text,
  canonical_key_tier text,
  process_version text,
  round smallint,
  due_on date,
  current_class text,
  outcomes text[] NOT NULL,
  merged_into_id uuid,
  drafted_at timestamptz(3) NOT NULL,
  submitted_at timestamptz(3),
  docketed_at timestamptz(3),
  handed_over_at timestamptz(3),
  replied_at timestamptz(3),
  closed_at timestamptz(3),
  solved_at timestamptz(3),
  satisfied_at timestamptz(3),
  withdrawn_at timestamptz(3),
  changed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_into_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE UNIQUE INDEX proposal_case_number ON proposals.proposal (tenant_id, series, case_number) WHERE case_number IS NOT NULL;
CREATE INDEX proposal_by_change ON proposals.proposal (tenant_id, changed_at, id);
CREATE INDEX proposal_by_submission ON proposals.proposal (tenant_id, coalesce(submitted_at, 'infinity'::timestamptz), id);
CREATE INDEX proposal_by_handover ON proposals.proposal (tenant_id, coalesce(handed_over_at, 'infinity'::timestamptz), id);
CREATE INDEX proposal_by_due ON proposals.proposal (tenant_id, coalesce(due_on, 'infinity'::date), id);
CREATE INDEX proposal_by_number ON proposals.proposal (tenant_id, coalesce(case_number, ''), id);
CREATE INDEX proposal_by_year ON proposals.proposal (tenant_id, year, kind, phase);
CREATE INDEX proposal_by_lead ON proposals.proposal (tenant_id, lead_mandate_id);
CREATE INDEX proposal_by_target ON proposals.proposal (tenant_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE proposals.cosignature (
  tenant_id int NOT NULL,
  proposal_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  status text NOT NULL,
  invited_at timestamptz(3) NOT NULL,
  due jsonb NOT NULL,
  answered_at timestamptz(3),
  reason text,
  PRIMARY KEY (tenant_id, proposal_id, mandate_id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE INDEX cosignature_by_mandate ON proposals.cosignature (tenant_id, mandate_id, status);
`;

const HANDLING_TABLES = `
CREATE TABLE proposals.assignment (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  round smallint NOT NULL,
  origin text NOT NULL,
  previous_id uuid,
  phase text NOT NULL,
  due_on date,
  due jsonb,
  acknowledge_by jsonb,
  return_by jsonb,
  handed_over_at timestamptz(3),
  acknowledged_at timestamptz(3),
  replied_at timestamptz(3),
  rated_at timestamptz(3),
  closed_at timestamptz(3),
  claimed_class text,
  confirmed_class text,
  outcomes text[] NOT NULL,
  on_time boolean,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE INDEX assignment_by_proposal ON proposals.assignment (tenant_id, proposal_id);
CREATE INDEX assignment_by_unit ON proposals.assignment (tenant_id, unit_id, coalesce(due_on, 'infinity'::date), id);
CREATE INDEX assignment_by_handover ON proposals.assignment (tenant_id, unit_id, coalesce(handed_over_at, 'infinity'::timestamptz), id);

CREATE TABLE proposals.contact (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  round smallint NOT NULL,
  phase text NOT NULL,
  channel text NOT NULL,
  held_at timestamptz(3) NOT NULL,
  participants jsonb NOT NULL,
  face_to_face boolean NOT NULL,
  by_head boolean NOT NULL,
  record text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, assignment_id) REFERENCES proposals.assignment (tenant_id, id)
);
CREATE INDEX contact_by_proposal ON proposals.contact (tenant_id, proposal_id);
CREATE INDEX contact_by_assignment ON proposals.contact (tenant_id, assignment_id);

CREATE TABLE proposals.reply (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  round smallint NOT NULL,
  kind text NOT NULL,
  document_number text NOT NULL,
  body text NOT NULL,
  claimed_class text,
  confirmed_class text,
  outcomes text[] NOT NULL,
  class_history jsonb NOT NULL,
  signatory jsonb NOT NULL,
  addressee_ids uuid[] NOT NULL,
  issued_at timestamptz(3) NOT NULL,
  on_time boolean NOT NULL,
  face_to_face boolean NOT NULL,
  by_head boolean NOT NULL,
  feedback_by jsonb,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, assignment_id) REFERENCES proposals.assignment (tenant_id, id)
);
CREATE INDEX reply_by_proposal ON proposals.reply (tenant_id, proposal_id);
CREATE INDEX reply_by_assignment ON proposals.reply (tenant_id, assignment_id);

CREATE TABLE proposals.feedback (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  form_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  reply_id uuid NOT NULL,
  round smallint NOT NULL,
  respondent_id uuid NOT NULL,
  collected_by text,
  axis text NOT NULL,
  level text NOT NULL,
  canonical_level text NOT NULL,
  comment text,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, reply_id) REFERENCES proposals.reply (tenant_id, id)
);
CREATE INDEX feedback_by_proposal ON proposals.feedback (tenant_id, proposal_id, round, given_at);
CREATE INDEX feedback_by_reply ON proposals.feedback (tenant_id, reply_id);

CREATE TABLE proposals.tracking_entry (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  reply_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  register_number text NOT NULL,
  origin_year smallint NOT NULL,
  year smallint NOT NULL,
  years_carried smallint NOT NULL,
  class text NOT NULL,
  outcomes text[] NOT NULL,
  phase text NOT NULL,
  due_on date,
  due jsonb,
  progress jsonb NOT NULL,
  evidence jsonb NOT NULL,
  registered_at timestamptz(3) NOT NULL,
  claimed_at timestamptz(3),
  confirmed_at timestamptz(3),
  struck_off_at timestamptz(3),
  ended_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, reply_id) REFERENCES proposals.reply (tenant_id, id)
);
CREATE UNIQUE INDEX tracking_entry_number ON proposals.tracking_entry (tenant_id, register_number);
CREATE INDEX tracking_entry_by_proposal ON proposals.tracking_entry (tenant_id, proposal_id);
CREATE INDEX tracking_entry_by_due ON proposals.tracking_entry (tenant_id, coalesce(due_on, 'infinity'::date), id);
CREATE INDEX tracking_entry_by_registration ON proposals.tracking_entry (tenant_id, registered_at, id);
CREATE INDEX tracking_entry_by_unit ON proposals.tracking_entry (tenant_id, unit_id, year);
`;

const NUMBER_AND_PROCESS_TABLES = `
CREATE TABLE proposals.number_series (
  tenant_id int NOT NULL,
  series text NOT NULL,
  last int NOT NULL CHECK (last >= 0),
  PRIMARY KEY (tenant_id, series)
);
CREATE TABLE proposals.process_version (
  tenant_id int NOT NULL,
  version text NOT NULL,
  effective_from date NOT NULL,
  serial int NOT NULL,
  definition jsonb NOT NULL,
  categories jsonb NOT NULL,
  hash text NOT NULL,
  loaded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, version),
  UNIQUE (tenant_id, serial)
);
`;

const PROTECTION = [
  protectTenantTable('proposals', 'proposal'),
  protectTenantTable('proposals', 'cosignature'),
  // A new allocation before handover replaces the old one, so rows of pending assignments may go.
  protectTenantTable('proposals', 'assignment', { commands: ['INSERT', 'UPDATE', 'DELETE'] }),
  protectTenantTable('proposals', 'contact'),
  protectTenantTable('proposals', 'reply'),
  protectTenantTable('proposals', 'feedback', { commands: ['INSERT'] }),
  protectTenantTable('proposals', 'tracking_entry'),
  protectTenantTable('proposals', 'number_series'),
  protectTenantTable('proposals', 'process_version', { commands: ['INSERT'] }),
];

/** The log of the cases, the tables that are read off it, the counters and the processes. */
export class Cases1790000000001 implements MigrationInterface {
  name = 'Cases1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLogTables('proposals'));
    await runner.query(CASE_TABLE);
    await runner.query(HANDLING_TABLES);
    await runner.query(NUMBER_AND_PROCESS_TABLES);
    await runner.query(PROTECTION.join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('The log is append-only; there is no way back.');
  }
}
