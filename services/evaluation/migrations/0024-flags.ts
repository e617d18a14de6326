import { protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
-- What work records say of the handling of a case, by the flags of their kind: from valid_from to valid_to.
CREATE TABLE evaluation.case_flag (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  record_id uuid NOT NULL,
  code text NOT NULL,
  unit_id uuid,
  valid_from timestamptz(3) NOT NULL,
  valid_to timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, case_id, record_id, code, valid_from)
);
`;

/** Flags (标识) that follow from the work records of cases. */
export class Flags1790000000024 implements MigrationInterface {
  name = 'Flags1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectProjection('evaluation', 'case_flag'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.case_flag');
  }
}
