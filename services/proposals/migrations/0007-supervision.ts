import { protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work records (工作记录): those of cases, projected with the case, and those of units, persons and the locality. */
const RECORD_TABLE = `
CREATE TABLE proposals.work_record (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid,
  assignment_id uuid,
  entry_id uuid,
  unit_id uuid,
  mandate_id uuid,
  about text NOT NULL,
  kind text NOT NULL,
  canonical text NOT NULL,
  label jsonb NOT NULL,
  held_at timestamptz(3) NOT NULL,
  field_values jsonb NOT NULL,
  case_ids uuid[] NOT NULL,
  verdict text,
  signers jsonb NOT NULL,
  completed_at timestamptz(3),
  answer_by jsonb,
  answer_required boolean NOT NULL,
  answer_due jsonb,
  answer_due_on date,
  answered_at timestamptz(3),
  answered_late boolean,
  answer jsonb,
  corrections jsonb NOT NULL,
  visible_to text[] NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE INDEX work_record_by_proposal ON proposals.work_record (tenant_id, proposal_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX work_record_by_assignment ON proposals.work_record (tenant_id, assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX work_record_by_unit ON proposals.work_record (tenant_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX work_record_by_mandate ON proposals.work_record (tenant_id, mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX work_record_by_time ON proposals.work_record (tenant_id, held_at, id);
`;

export class Supervision1790000000007 implements MigrationInterface {
  name = 'Supervision1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORD_TABLE);
    await runner.query(protectTenantTable('proposals', 'work_record'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.work_record');
  }
}
