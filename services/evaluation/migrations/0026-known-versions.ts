import { countsPolicy, protectProjection, treePolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

const TABLES = `
-- Since when each version was known: when the event that made it so was recorded.
ALTER TABLE evaluation.case_fact ADD COLUMN known_from timestamptz(3) NOT NULL DEFAULT '-infinity';
ALTER TABLE evaluation.case_fact ALTER COLUMN known_from DROP DEFAULT;

-- Versions that were known for a time, until something recorded later said otherwise. Never read by what
-- counts as known now.
CREATE TABLE evaluation.case_fact_superseded (LIKE evaluation.case_fact INCLUDING DEFAULTS);
ALTER TABLE evaluation.case_fact_superseded DROP COLUMN valid_to;
ALTER TABLE evaluation.case_fact_superseded ADD COLUMN known_to timestamptz(3) NOT NULL;
ALTER TABLE evaluation.case_fact_superseded ADD PRIMARY KEY (tenant_id, case_id, valid_from, known_from);

-- A locality's places as they were known from one recording to the next.
CREATE TABLE evaluation.locality_known (
  tenant_id int NOT NULL,
  known_from timestamptz(3) NOT NULL,
  known_to timestamptz(3) NOT NULL,
  places jsonb NOT NULL,
  PRIMARY KEY (tenant_id, known_from)
);
`;

/** What was folded before did not keep when it was known: all of it is folded once more from the logs. */
const FOLD_AGAIN = 'TRUNCATE evaluation.folded_case, evaluation.consumer_cursor';

/** The second time of facts and of the tree: what had been recorded by an instant. */
export class KnownVersions1790000000026 implements MigrationInterface {
  name = 'KnownVersions1790000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['case_fact_superseded', 'locality_known'])
      await runner.query(protectProjection(SCHEMA, table));
    await runner.query(countsPolicy(SCHEMA, 'case_fact_superseded'));
    await runner.query(treePolicy(SCHEMA, 'locality_known'));
    await runner.query(FOLD_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evaluation.case_fact_superseded, evaluation.locality_known`);
    await runner.query('ALTER TABLE evaluation.case_fact DROP COLUMN known_from');
  }
}
