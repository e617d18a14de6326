import { protectTenantTable, relayWrites, roleName } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- Scores that the evaluation side published, with the vetoes that stand in them.
CREATE TABLE proposals.heard_score_run (
  tenant_id int NOT NULL,
  run_id uuid NOT NULL,
  sheet text NOT NULL,
  year int NOT NULL,
  vetoes jsonb NOT NULL,
  published_at timestamptz(3) NOT NULL,
  in_force boolean NOT NULL,
  PRIMARY KEY (tenant_id, run_id)
);
-- How a year's confirmed figures stand to what is counted now: the latest word.
CREATE TABLE proposals.heard_figures (
  tenant_id int NOT NULL,
  year int NOT NULL,
  kind text NOT NULL,
  numbers jsonb NOT NULL,
  heard_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, year, kind)
);
`;

/** What is heard is the relay's to write, with its cursor; the app role reads it. */
const NO_LONGER_THE_APPS = `
DROP POLICY heard_rating_app_insert ON proposals.heard_rating;
DROP POLICY heard_rating_app_update ON proposals.heard_rating;
REVOKE INSERT, UPDATE ON proposals.heard_rating FROM ${roleName('proposals', 'app')};
`;

export class HeardEvaluation1790000000025 implements MigrationInterface {
  name = 'HeardEvaluation1790000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(NO_LONGER_THE_APPS);
    for (const table of ['heard_score_run', 'heard_figures', 'heard_rating'])
      await runner.query(
        protectTenantTable('proposals', table, { commands: ['INSERT', 'UPDATE'], roles: ['relay'] }),
      );
    for (const table of ['heard_score_run', 'heard_figures'])
      await runner.query(protectTenantTable('proposals', table, { commands: [] }));
    await runner.query(relayWrites('proposals', 'timed_check', ['INSERT', 'UPDATE']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.heard_figures, proposals.heard_score_run');
  }
}
