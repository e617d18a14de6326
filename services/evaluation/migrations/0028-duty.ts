import { protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_AGAIN } from './fold-again.js';

const TABLE = `
-- What each deputy or member did in each case; folded from its events.
CREATE TABLE evaluation.case_duty (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  led boolean NOT NULL,
  joined boolean NOT NULL,
  ratings int NOT NULL,
  contacts int NOT NULL,
  PRIMARY KEY (tenant_id, case_id, mandate_id)
);
CREATE INDEX case_duty_by_mandate ON evaluation.case_duty (tenant_id, mandate_id);
`;

/** What deputies and members do (履职). */
export class Duty1790000000028 implements MigrationInterface {
  name = 'Duty1790000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectProjection('evaluation', 'case_duty'));
    await runner.query(FOLD_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.case_duty');
  }
}
