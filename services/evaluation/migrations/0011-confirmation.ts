import { ancestorsPolicy, countsPolicy, protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
-- What was said of a year's figures, one row for each time: confirmed, or unlocked again. The latest holds.
CREATE TABLE evaluation.figure_confirmation (
  tenant_id int NOT NULL,
  year int NOT NULL,
  kind text NOT NULL,
  serial int NOT NULL,
  confirmed boolean NOT NULL,
  numbers jsonb NOT NULL,
  note text,
  said_by uuid,
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, year, kind, serial)
);
`;

/** Figures are provisional until the locality confirms them, level by level. Those above and below see who has. */
export class Confirmation1790000000011 implements MigrationInterface {
  name = 'Confirmation1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectAppendOnlyTable('evaluation', 'figure_confirmation'));
    await runner.query(countsPolicy('evaluation', 'figure_confirmation'));
    await runner.query(ancestorsPolicy('evaluation', 'figure_confirmation', 'locality_edge'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.figure_confirmation');
  }
}
