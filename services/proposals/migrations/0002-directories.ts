import { consumerTables, protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DIRECTORY_TABLES = `
CREATE TABLE proposals.unit_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  short_name text,
  system text,
  handling boolean NOT NULL,
  active_from date,
  active_to date,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX unit_directory_by_name ON proposals.unit_directory (tenant_id, name);
CREATE TABLE proposals.mandate_directory (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  person_id uuid,
  name text NOT NULL,
  kind text NOT NULL,
  delegation text,
  active_from date,
  active_to date,
  suspended_on date,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX mandate_directory_by_name ON proposals.mandate_directory (tenant_id, name);
`;

/** What this service keeps of others' events: which units and mandates a locality has. */
export class Directories1790000000002 implements MigrationInterface {
  name = 'Directories1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consumerTables('proposals'));
    await runner.query(DIRECTORY_TABLES);
    await runner.query(protectProjection('proposals', 'unit_directory'));
    await runner.query(protectProjection('proposals', 'mandate_directory'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE proposals.mandate_directory, proposals.unit_directory, proposals.consumer_cursor',
    );
  }
}
