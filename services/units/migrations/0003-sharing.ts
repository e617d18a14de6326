import { protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
-- What a locality lets those above it see, one row for each time it said so; the last one holds.
CREATE TABLE units.locality_sharing (
  tenant_id int NOT NULL REFERENCES units.locality (tenant_id),
  ordinal int NOT NULL CHECK (ordinal > 0),
  level text NOT NULL CHECK (level IN ('NONE', 'COUNTS', 'METADATA', 'FULL')),
  reason text NOT NULL,
  role text NOT NULL,
  set_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, ordinal)
);
`;

/** A locality's own word on what those above it see. */
export class Sharing1700000100003 implements MigrationInterface {
  readonly name = 'Sharing1700000100003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectAppendOnlyTable('units', 'locality_sharing'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE units.locality_sharing');
  }
}
