import {
  ownerPolicy,
  protectAppendOnlyTable,
  protectProjection,
  sharedCountsOver,
  sharedTextsPolicy,
  sharingPolicy,
  unsharedCountsOver,
} from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `locality_sharing`: what each locality lets those above it see, as it said last; no row, counts.
 * `case_opening`: who above opened which case with its texts; in rows of whoever did.
 */
const TABLES = `
CREATE TABLE proposals.locality_sharing (
  tenant_id int NOT NULL PRIMARY KEY,
  level text NOT NULL CHECK (level IN ('NONE', 'COUNTS', 'METADATA', 'FULL'))
);
CREATE TABLE proposals.case_opening (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  owner_id int NOT NULL,
  proposal_id uuid NOT NULL,
  account_id uuid,
  role text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX case_opening_by_owner ON proposals.case_opening (owner_id, opened_at);
`;

/** What was said before is heard once more. */
const HEAR_AGAIN = `
ALTER TABLE proposals.consumer_cursor NO FORCE ROW LEVEL SECURITY;
DELETE FROM proposals.consumer_cursor WHERE source = 'units';
ALTER TABLE proposals.consumer_cursor FORCE ROW LEVEL SECURITY;
`;

const COUNTED = ['warning_tally', 'register_tally'];
const TEXTS = ['proposal', 'reply'];

export class Sharing1790000000032 implements MigrationInterface {
  name = 'Sharing1790000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectProjection('proposals', 'locality_sharing'));
    await runner.query(sharingPolicy('proposals', 'process_ancestor'));
    await runner.query(protectAppendOnlyTable('proposals', 'case_opening'));
    await runner.query(ownerPolicy('proposals', 'case_opening', 'process_ancestor'));
    for (const table of COUNTED) await runner.query(sharedCountsOver('proposals', table, 'process_ancestor'));
    for (const table of TEXTS) await runner.query(sharedTextsPolicy('proposals', table, 'process_ancestor'));
    await runner.query(HEAR_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of COUNTED)
      await runner.query(unsharedCountsOver('proposals', table, 'process_ancestor'));
    for (const table of TEXTS) await runner.query(`DROP POLICY ${table}_app_shared ON proposals.${table}`);
    await runner.query('DROP TABLE proposals.case_opening, proposals.locality_sharing');
  }
}
