import { protectProjection, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGAN_TABLE = `
CREATE TABLE proposals.organ_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX organ_directory_by_code ON proposals.organ_directory (tenant_id, code);
ALTER TABLE proposals.unit_directory ADD COLUMN liaison_organ_id uuid;
`;

const DUTY_TABLE = `
CREATE TABLE proposals.duty (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  kind text NOT NULL,
  tier text,
  canonical_tier text,
  holder jsonb NOT NULL,
  holder_key text NOT NULL,
  rule text,
  label jsonb,
  unit_id uuid,
  year smallint NOT NULL,
  since_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  end_reason text,
  report_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE INDEX duty_by_proposal ON proposals.duty (tenant_id, proposal_id);
CREATE INDEX duty_by_holder ON proposals.duty (tenant_id, year, holder_key);
`;

/** Who supervises which case (督办), and the organs and liaison committees that routing asks for. */
export class Duties1790000000016 implements MigrationInterface {
  name = 'Duties1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGAN_TABLE);
    await runner.query(protectProjection('proposals', 'organ_directory'));
    await runner.query(DUTY_TABLE);
    await runner.query(protectTenantTable('proposals', 'duty'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE proposals.duty, proposals.organ_directory;
      ALTER TABLE proposals.unit_directory DROP COLUMN liaison_organ_id`);
  }
}
