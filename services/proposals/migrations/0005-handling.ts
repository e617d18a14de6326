import { protectProjection, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSON_TABLE = `
CREATE TABLE proposals.person_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
`;

const BATCH_TABLE = `
CREATE TABLE proposals.handover_batch (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  meeting text,
  held_on date NOT NULL,
  place text,
  attendees jsonb NOT NULL,
  notice_number text,
  case_count int NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX handover_batch_by_day ON proposals.handover_batch (tenant_id, held_on, id);
`;

const COLUMNS = `
ALTER TABLE proposals.proposal ADD COLUMN handover_batch_id uuid,
  ADD FOREIGN KEY (tenant_id, handover_batch_id) REFERENCES proposals.handover_batch (tenant_id, id);
CREATE INDEX proposal_by_batch ON proposals.proposal (tenant_id, handover_batch_id) WHERE handover_batch_id IS NOT NULL;
ALTER TABLE proposals.assignment ADD COLUMN asked_at timestamptz(3);
ALTER TABLE proposals.contact ADD COLUMN place text, ADD COLUMN place_name text, ADD COLUMN proposer_opinion text;
`;

/** The people a locality knows, handovers of many cases at once, and who is asked before one. */
export class Handling1790000000005 implements MigrationInterface {
  name = 'Handling1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERSON_TABLE);
    await runner.query(protectProjection('proposals', 'person_directory'));
    await runner.query(BATCH_TABLE);
    await runner.query(protectTenantTable('proposals', 'handover_batch', { commands: ['INSERT'] }));
    await runner.query(COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals.contact DROP COLUMN proposer_opinion, DROP COLUMN place_name, DROP COLUMN place;
      ALTER TABLE proposals.assignment DROP COLUMN asked_at;
      ALTER TABLE proposals.proposal DROP COLUMN handover_batch_id;
      DROP TABLE proposals.handover_batch, proposals.person_directory`);
  }
}
