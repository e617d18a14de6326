import { protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SESSION_TABLE = `
CREATE TABLE proposals.session (
  tenant_id int NOT NULL,
  kind text NOT NULL,
  year smallint NOT NULL,
  term smallint NOT NULL,
  session smallint NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, kind, year)
);
`;

/** Sessions (届次) with their dates: what time limits and the yearly schedule count from. */
export class Sessions1790000000017 implements MigrationInterface {
  name = 'Sessions1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSION_TABLE);
    await runner.query(protectTenantTable('proposals', 'session'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.session');
  }
}
