import { protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_AGAIN } from './fold-again.js';

const SCHEMA = 'evaluation';

const TABLES = `
-- Since when each version of a unit's part was known, as for whole cases.
ALTER TABLE evaluation.assignment_fact ADD COLUMN known_from timestamptz(3) NOT NULL DEFAULT '-infinity';
ALTER TABLE evaluation.assignment_fact ALTER COLUMN known_from DROP DEFAULT;

-- Versions that were known for a time, until something recorded later said otherwise.
CREATE TABLE evaluation.assignment_fact_superseded (LIKE evaluation.assignment_fact INCLUDING DEFAULTS);
ALTER TABLE evaluation.assignment_fact_superseded DROP COLUMN valid_to;
ALTER TABLE evaluation.assignment_fact_superseded ADD COLUMN known_to timestamptz(3) NOT NULL;
ALTER TABLE evaluation.assignment_fact_superseded
  ADD PRIMARY KEY (tenant_id, case_id, assignment_id, valid_from, known_from);
CREATE INDEX assignment_fact_superseded_by_unit ON evaluation.assignment_fact_superseded (tenant_id, unit_id);
`;

/** The second time of units' parts of cases: what had been recorded by an instant. */
export class KnownAssignments1790000000036 implements MigrationInterface {
  name = 'KnownAssignments1790000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectProjection(SCHEMA, 'assignment_fact_superseded'));
    await runner.query(FOLD_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.assignment_fact_superseded');
    await runner.query('ALTER TABLE evaluation.assignment_fact DROP COLUMN known_from');
  }
}
