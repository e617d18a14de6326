import { protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- What this service keeps of units' events: which units and sections a locality has, and had.
CREATE TABLE evaluation.unit_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  system text,
  handling boolean NOT NULL,
  active_from date,
  active_to date,
  PRIMARY KEY (tenant_id, id)
);
CREATE TABLE evaluation.section_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX section_directory_by_unit ON evaluation.section_directory (tenant_id, unit_id);

-- Why a grade is what it is, and who said so.
ALTER TABLE evaluation.score_evidence
  ADD COLUMN subject_kind text NOT NULL CHECK (subject_kind IN ('UNIT', 'SECTION', 'PROPOSAL')),
  ADD COLUMN documents jsonb NOT NULL,
  ADD COLUMN note text,
  ADD COLUMN reason text,
  ADD COLUMN recorded_by uuid,
  ADD COLUMN recorded_at timestamptz(3) NOT NULL;
CREATE INDEX score_evidence_by_replaced ON evaluation.score_evidence (tenant_id, replaces) WHERE replaces IS NOT NULL;
`;

const DIRECTORIES = ['unit_directory', 'section_directory'];

/** Grades, ratings and flags as people record them, and the directory of whom they may be about. */
export class Evidence1790000000010 implements MigrationInterface {
  name = 'Evidence1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of DIRECTORIES) await runner.query(protectProjection('evaluation', table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX evaluation.score_evidence_by_replaced;
      ALTER TABLE evaluation.score_evidence DROP COLUMN subject_kind, DROP COLUMN documents, DROP COLUMN note, DROP COLUMN reason,
        DROP COLUMN recorded_by, DROP COLUMN recorded_at;
      DROP TABLE evaluation.section_directory, evaluation.unit_directory`);
  }
}
