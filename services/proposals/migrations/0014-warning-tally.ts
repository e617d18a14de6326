import { countsOver, edgesOver, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many warnings of a code and level are open in a locality: all that a level above is shown. */
const TABLE = `
CREATE TABLE proposals.warning_tally (
  tenant_id int NOT NULL,
  code text NOT NULL,
  level text NOT NULL,
  open int NOT NULL,
  PRIMARY KEY (tenant_id, code, level)
) WITH (fillfactor = 50);
`;

export class WarningTally1790000000014 implements MigrationInterface {
  name = 'WarningTally1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('proposals', 'warning_tally'));
    await runner.query(countsOver('proposals', 'warning_tally', 'process_ancestor'));
    await runner.query(edgesOver('proposals', 'process_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY process_ancestor_app_tree ON proposals.process_ancestor');
    await runner.query('DROP TABLE proposals.warning_tally');
  }
}
