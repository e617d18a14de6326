import { protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The letter's fields, what it promises, and points of a locality's own axes. Older rows have none. */
const COLUMNS = `
ALTER TABLE proposals.reply ADD COLUMN letter jsonb, ADD COLUMN commitments jsonb;
CREATE INDEX reply_by_commitment ON proposals.reply USING gin (commitments jsonb_path_ops);
ALTER TABLE proposals.feedback ADD COLUMN own_axis text, ADD COLUMN points smallint;
`;

/** A unit's year, closed by its supervising office with the quota as it stood. */
const UNIT_YEAR = `
CREATE TABLE proposals.unit_year (
  tenant_id int NOT NULL,
  unit_id uuid NOT NULL,
  year smallint NOT NULL,
  quotas jsonb NOT NULL,
  warnings text[] NOT NULL,
  closed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, unit_id, year)
);
`;

export class Answering1790000000006 implements MigrationInterface {
  name = 'Answering1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(UNIT_YEAR);
    await runner.query(protectTenantTable('proposals', 'unit_year', { commands: ['INSERT'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.unit_year');
  }
}
