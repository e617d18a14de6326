import { protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- What a published run read is kept with it, so that it can be run again whatever becomes known later.
ALTER TABLE evaluation.score_run
  DROP COLUMN data_position,
  ADD COLUMN turn int NOT NULL,
  ADD COLUMN positions jsonb NOT NULL,
  ADD COLUMN input bytea NOT NULL,
  ADD COLUMN input_hash text NOT NULL,
  ADD COLUMN supersedes uuid,
  ADD COLUMN reason text,
  ADD CONSTRAINT score_run_in_turn UNIQUE (tenant_id, sheet, year, turn);
DROP INDEX evaluation.score_run_by_sheet;

-- A subject may be a unit, a section, a case, or the locality itself by its number.
ALTER TABLE evaluation.score_result
  ALTER COLUMN subject_id TYPE text,
  ADD COLUMN place int NOT NULL;

-- A run that no longer holds, and why. The run itself stays as it was.
CREATE TABLE evaluation.score_run_withdrawal (
  tenant_id int NOT NULL,
  run_id uuid NOT NULL,
  reason text NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES evaluation.score_run (tenant_id, run_id)
);
`;

/** Runs that are published, superseded and withdrawn, each with what it read. */
export class PublishedRuns1790000000006 implements MigrationInterface {
  name = 'PublishedRuns1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectAppendOnlyTable('evaluation', 'score_run_withdrawal'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evaluation.score_run_withdrawal;
      ALTER TABLE evaluation.score_result DROP COLUMN place, ALTER COLUMN subject_id TYPE uuid USING subject_id::uuid;
      ALTER TABLE evaluation.score_run DROP CONSTRAINT score_run_in_turn, DROP COLUMN turn, DROP COLUMN positions,
        DROP COLUMN input, DROP COLUMN input_hash, DROP COLUMN supersedes, DROP COLUMN reason,
        ADD COLUMN data_position bigint NOT NULL;
      CREATE INDEX score_run_by_sheet ON evaluation.score_run (tenant_id, sheet, year, published_at)`);
  }
}
