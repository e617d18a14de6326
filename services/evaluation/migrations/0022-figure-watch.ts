import { protectTenantTable, timedWorkPolicies } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
-- Years whose figures somebody stands for, and how they were found when last looked at: 'differs' names the
-- metrics that others were told of, 'told' counts these events, 'seen' says which sums were compared ('' none yet,
-- NULL: nobody stands for the year any more).
CREATE TABLE evaluation.figure_watch (
  tenant_id int NOT NULL,
  year int NOT NULL,
  kind text NOT NULL,
  differs text[] NOT NULL DEFAULT '{}',
  told int NOT NULL DEFAULT 0,
  seen text,
  PRIMARY KEY (tenant_id, year, kind)
) WITH (fillfactor = 70);
`;

/**
 * What was confirmed before is looked at too. Row-level security is forced on the owner as on everybody;
 * for the length of this transaction it is not.
 */
const KNOWN = `
ALTER TABLE evaluation.figure_confirmation NO FORCE ROW LEVEL SECURITY;
INSERT INTO evaluation.figure_watch (tenant_id, year, kind, seen)
SELECT tenant_id, year, kind, CASE WHEN confirmed THEN '' END
FROM (SELECT DISTINCT ON (tenant_id, year, kind) tenant_id, year, kind, confirmed FROM evaluation.figure_confirmation
  ORDER BY tenant_id, year, kind, serial DESC) said;
ALTER TABLE evaluation.figure_confirmation FORCE ROW LEVEL SECURITY;
`;

/** Confirmed figures are compared with what is counted, whenever what is counted has changed. */
export class FigureWatch1790000000022 implements MigrationInterface {
  name = 'FigureWatch1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(KNOWN);
    await runner.query(protectTenantTable('evaluation', 'figure_watch'));
    await runner.query(timedWorkPolicies('evaluation', 'figure_watch'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.figure_watch');
  }
}
