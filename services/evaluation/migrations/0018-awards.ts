import { protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- Whom somebody wants to see awarded: a unit or a case, once for each award and year.
CREATE TABLE evaluation.award_nomination (
  tenant_id int NOT NULL,
  award_id uuid NOT NULL,
  code text NOT NULL,
  year int NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('UNIT', 'PROPOSAL')),
  subject_id uuid NOT NULL,
  reason text NOT NULL,
  documents jsonb NOT NULL,
  nominated_by uuid,
  nominated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, award_id)
);
CREATE UNIQUE INDEX award_nomination_by_subject
  ON evaluation.award_nomination (tenant_id, code, year, subject_id);
CREATE INDEX award_nomination_of_subject ON evaluation.award_nomination (tenant_id, subject_id);

CREATE TABLE evaluation.award_decision (
  tenant_id int NOT NULL,
  award_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('AWARDED', 'DECLINED')),
  reason text NOT NULL,
  decided_by uuid,
  decided_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, award_id),
  FOREIGN KEY (tenant_id, award_id) REFERENCES evaluation.award_nomination (tenant_id, award_id)
);

-- An award of a year made known, all of it together.
CREATE TABLE evaluation.award_publication (
  tenant_id int NOT NULL,
  code text NOT NULL,
  year int NOT NULL,
  reference text NOT NULL,
  published_by uuid,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, code, year)
);
`;

const TABLE_NAMES = ['award_nomination', 'award_decision', 'award_publication'];

/** Awards: nominated, decided and published. */
export class Awards1790000000018 implements MigrationInterface {
  name = 'Awards1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TABLE_NAMES) await runner.query(protectAppendOnlyTable('evaluation', table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE evaluation.award_decision, evaluation.award_publication, evaluation.award_nomination',
    );
  }
}
