import { protectTenantTable, sharedRowsPolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- What a locality bundles of what is raised below it: a name, and canonical fields that say which items.
CREATE TABLE evaluation.theme (
  tenant_id int NOT NULL,
  theme_id uuid NOT NULL,
  name text NOT NULL,
  name_en text,
  description text NOT NULL,
  filter jsonb NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  closing_reason text,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, theme_id)
);
CREATE UNIQUE INDEX theme_by_name ON evaluation.theme (tenant_id, name) WHERE closed_at IS NULL;

-- Cases picked for a theme one by one: of the own locality, or of those below that share them.
CREATE TABLE evaluation.theme_case (
  tenant_id int NOT NULL,
  theme_id uuid NOT NULL,
  owner_id int NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, theme_id, owner_id, case_id),
  FOREIGN KEY (tenant_id, theme_id) REFERENCES evaluation.theme (tenant_id, theme_id)
);
`;

/**
 * Themes: matters that many raise, bundled above them. Up to where those who share have been heard is seen
 * where their cases are.
 */
export class Themes1790000000038 implements MigrationInterface {
  name = 'Themes1790000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('evaluation', 'theme'));
    await runner.query(protectTenantTable('evaluation', 'theme_case', { commands: ['INSERT', 'DELETE'] }));
    await runner.query(sharedRowsPolicy('evaluation', 'consumer_cursor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY consumer_cursor_app_shared ON evaluation.consumer_cursor');
    await runner.query('DROP TABLE evaluation.theme_case, evaluation.theme');
  }
}
