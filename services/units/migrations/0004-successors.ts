import { protectTenantTable, treePolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'units';

const TABLE = `
-- Who took the place of a locality that ended, from the day on which it was no more.
CREATE TABLE units.locality_successor (
  tenant_id int NOT NULL REFERENCES units.locality (tenant_id),
  successor_id int NOT NULL,
  PRIMARY KEY (tenant_id, successor_id),
  CHECK (successor_id <> tenant_id)
);
CREATE INDEX locality_successor_by_successor ON units.locality_successor (successor_id, tenant_id);
`;

/** Those loaded before have it in their file alone. */
const LOADED_BEFORE = `
ALTER TABLE units.loaded_locality NO FORCE ROW LEVEL SECURITY;
INSERT INTO units.locality_successor (tenant_id, successor_id)
SELECT DISTINCT loaded.tenant_id, successor::int
FROM units.loaded_locality loaded, jsonb_array_elements_text(loaded.content -> 'file' -> 'successors') AS successor;
ALTER TABLE units.loaded_locality FORCE ROW LEVEL SECURITY;
`;

/** Whose place a locality took, and who took its: known to those above and below, as the localities are. */
export class Successors1700000100004 implements MigrationInterface {
  readonly name = 'Successors1700000100004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(LOADED_BEFORE);
    await runner.query(protectTenantTable(SCHEMA, 'locality_successor', { commands: ['INSERT', 'DELETE'] }));
    await runner.query(treePolicy(SCHEMA, 'locality_successor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE units.locality_successor');
  }
}
