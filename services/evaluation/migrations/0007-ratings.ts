import { protectAppendOnlyTable, protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- What ratings need to know of a case: who may rate, what was replied in which round, what stands on forms
-- and came of votes. Folded from the case's events, one row each.
CREATE TABLE evaluation.rating_file (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  file jsonb NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITH (fillfactor = 70);

-- Ratings that were entered here. Never changed: a correction is another row that names the one it replaces.
CREATE TABLE evaluation.rating (
  tenant_id int NOT NULL,
  rating_id uuid NOT NULL,
  case_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('VERIFICATION', 'THIRD_PARTY', 'LAST_YEAR_B')),
  round int NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  rater_id uuid NOT NULL,
  axis text NOT NULL CHECK (axis IN ('ATTITUDE', 'RESULT', 'OVERALL', 'OTHER')),
  own_axis text,
  level text NOT NULL,
  canonical_level text NOT NULL CHECK (canonical_level IN ('SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED')),
  points int,
  satisfied boolean NOT NULL,
  comment text,
  method text,
  agency text,
  replaces uuid,
  reason text,
  given_at timestamptz(3) NOT NULL,
  recorded_by uuid,
  recorded_role text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, rating_id)
);
CREATE INDEX rating_by_case ON evaluation.rating (tenant_id, case_id);
CREATE UNIQUE INDEX rating_replaced_once ON evaluation.rating (tenant_id, replaces) WHERE replaces IS NOT NULL;
`;

/** Ratings from every side: what is heard of them from cases, and what is entered here. */
export class Ratings1790000000007 implements MigrationInterface {
  name = 'Ratings1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectProjection('evaluation', 'rating_file'));
    await runner.query(protectAppendOnlyTable('evaluation', 'rating'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.rating, evaluation.rating_file');
  }
}
