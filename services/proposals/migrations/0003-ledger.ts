import { protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a ledger while it is being imported: written and removed in the same transaction. */
const LEDGER_TABLE = `
CREATE TABLE proposals.ledger_row (
  tenant_id int NOT NULL,
  import_id uuid NOT NULL,
  row_number int NOT NULL,
  group_key text NOT NULL,
  cells jsonb NOT NULL,
  PRIMARY KEY (tenant_id, import_id, row_number)
);
CREATE INDEX ledger_row_by_group ON proposals.ledger_row (tenant_id, import_id, group_key, row_number);
`;

export class Ledger1790000000003 implements MigrationInterface {
  name = 'Ledger1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEDGER_TABLE);
    await runner.query(protectTenantTable('proposals', 'ledger_row', { commands: ['INSERT', 'DELETE'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.ledger_row');
  }
}
