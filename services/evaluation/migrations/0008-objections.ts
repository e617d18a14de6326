import { protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- Who gave a grade, where a sheet asks several kinds of assessors: the unit, or the account, by its id.
ALTER TABLE evaluation.score_evidence
  ADD COLUMN assessor text CHECK (assessor IN ('SELF', 'PEER', 'PARTICIPANTS', 'ORGANISER')),
  ADD COLUMN assessor_id uuid;

-- What a unit says against a grade about it, once; while nobody has decided, the grade does not count.
CREATE TABLE evaluation.score_objection (
  tenant_id int NOT NULL,
  objection_id uuid NOT NULL,
  record_id uuid NOT NULL,
  reason text NOT NULL,
  documents jsonb NOT NULL,
  objected_by uuid,
  objected_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, objection_id),
  FOREIGN KEY (tenant_id, record_id) REFERENCES evaluation.score_evidence (tenant_id, record_id)
);
CREATE UNIQUE INDEX score_objection_by_record ON evaluation.score_objection (tenant_id, record_id);

-- What came of it: an upheld one names the record that counts instead.
CREATE TABLE evaluation.objection_decision (
  tenant_id int NOT NULL,
  objection_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('UPHELD', 'REJECTED')),
  reason text NOT NULL,
  replaced_by uuid,
  decided_by uuid,
  decided_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, objection_id),
  FOREIGN KEY (tenant_id, objection_id) REFERENCES evaluation.score_objection (tenant_id, objection_id)
);
CREATE INDEX objection_decision_by_record ON evaluation.objection_decision (tenant_id, replaced_by)
  WHERE replaced_by IS NOT NULL;
`;

const APPEND_ONLY = ['score_objection', 'objection_decision'];

/** Grades of several kinds of assessors, objections to them, and what was decided. */
export class Objections1790000000008 implements MigrationInterface {
  name = 'Objections1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of APPEND_ONLY) await runner.query(protectAppendOnlyTable('evaluation', table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evaluation.objection_decision, evaluation.score_objection;
      ALTER TABLE evaluation.score_evidence DROP COLUMN assessor, DROP COLUMN assessor_id`);
  }
}
