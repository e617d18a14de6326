import { protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
-- Ratings that the evaluation side recorded about replies: what a signed form may contradict.
CREATE TABLE proposals.heard_rating (
  tenant_id int NOT NULL,
  rating_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  rater_id uuid NOT NULL,
  source text NOT NULL,
  axis text NOT NULL,
  own_axis text,
  level text NOT NULL,
  satisfied boolean NOT NULL,
  rated_at timestamptz(3) NOT NULL,
  replaces uuid,
  PRIMARY KEY (tenant_id, rating_id)
);
CREATE INDEX heard_rating_by_case ON proposals.heard_rating (tenant_id, proposal_id);
`;

/** What is heard of ratings from other sides than the form. */
export class HeardRatings1790000000024 implements MigrationInterface {
  name = 'HeardRatings1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('proposals', 'heard_rating'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.heard_rating');
  }
}
