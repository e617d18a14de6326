import { countsOver, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a term's register in a locality: all that a level above is shown of it. */
const TABLE = `
CREATE TABLE proposals.register_tally (
  tenant_id int NOT NULL,
  term int NOT NULL,
  registered int NOT NULL,
  struck_off int NOT NULL,
  downgraded int NOT NULL,
  open int NOT NULL,
  cross_term int NOT NULL,
  longest_carried int NOT NULL,
  PRIMARY KEY (tenant_id, term)
) WITH (fillfactor = 50);
`;

export class RegisterTally1790000000023 implements MigrationInterface {
  name = 'RegisterTally1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('proposals', 'register_tally'));
    await runner.query(countsOver('proposals', 'register_tally', 'process_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.register_tally');
  }
}
