import { ancestorsPolicy, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `process_layer`: what each locality says itself, from its file and as it was published; number 1 is
 * the base. Those below read it, because they build upon it. `process_ancestor`: who they are.
 */
const LAYER_TABLES = `
ALTER TABLE proposals.process_version
  ADD COLUMN origin text NOT NULL DEFAULT 'FILE',
  ADD COLUMN layers jsonb,
  ADD COLUMN draft_id uuid;
CREATE TABLE proposals.process_ancestor (
  tenant_id int NOT NULL,
  ancestor_id int NOT NULL,
  depth smallint NOT NULL,
  PRIMARY KEY (tenant_id, ancestor_id)
);
CREATE TABLE proposals.process_layer (
  tenant_id int NOT NULL,
  serial int NOT NULL,
  origin text NOT NULL,
  source text NOT NULL,
  level text NOT NULL,
  name text NOT NULL,
  effective_from date NOT NULL,
  document jsonb NOT NULL,
  text text NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, serial)
);
`;

export class Publishing1790000000009 implements MigrationInterface {
  name = 'Publishing1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LAYER_TABLES);
    await runner.query(
      protectTenantTable('proposals', 'process_ancestor', { commands: ['INSERT', 'DELETE'] }),
    );
    await runner.query(protectTenantTable('proposals', 'process_layer', { commands: ['INSERT'] }));
    await runner.query(ancestorsPolicy('proposals', 'process_layer', 'process_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.process_layer, proposals.process_ancestor');
    await runner.query(
      'ALTER TABLE proposals.process_version DROP COLUMN origin, DROP COLUMN layers, DROP COLUMN draft_id',
    );
  }
}
