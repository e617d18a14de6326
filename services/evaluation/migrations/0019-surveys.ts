import { protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- Who was asked, when and by whom; what they said stands in score_evidence. Corrected by another survey that replaces it.
CREATE TABLE evaluation.survey (
  tenant_id int NOT NULL,
  survey_id uuid NOT NULL,
  year int NOT NULL,
  title text NOT NULL,
  organiser text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  sample_size int NOT NULL,
  replaces uuid,
  reason text,
  imported_by uuid,
  imported_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, survey_id),
  FOREIGN KEY (tenant_id, replaces) REFERENCES evaluation.survey (tenant_id, survey_id)
);
CREATE UNIQUE INDEX survey_by_replaced ON evaluation.survey (tenant_id, replaces) WHERE replaces IS NOT NULL;
CREATE INDEX survey_by_year ON evaluation.survey (tenant_id, year, imported_at);

ALTER TABLE evaluation.score_evidence
  ADD COLUMN survey_id uuid,
  ADD COLUMN valid_answers int,
  ADD FOREIGN KEY (tenant_id, survey_id) REFERENCES evaluation.survey (tenant_id, survey_id);
CREATE INDEX score_evidence_by_survey ON evaluation.score_evidence (tenant_id, survey_id) WHERE survey_id IS NOT NULL;
`;

/** Surveys by third parties, imported with what each unit was given. */
export class Surveys1790000000019 implements MigrationInterface {
  name = 'Surveys1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectAppendOnlyTable('evaluation', 'survey'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX evaluation.score_evidence_by_survey;
      ALTER TABLE evaluation.score_evidence DROP COLUMN survey_id, DROP COLUMN valid_answers;
      DROP TABLE evaluation.survey`);
  }
}
