import {
  ownerPolicy,
  protectAppendOnlyTable,
  protectProjection,
  sharedRowsPolicy,
  treePolicy,
} from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_AGAIN } from './fold-again.js';

const SCHEMA = 'evaluation';

const TABLES = `
-- What a case is found by, beside its facts. Its title stands apart: more has to be shared for it.
CREATE TABLE evaluation.case_card (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  case_number text,
  unit_ids uuid[] NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITH (fillfactor = 80);
CREATE TABLE evaluation.case_title (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  title text NOT NULL,
  disclosed boolean NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITH (fillfactor = 80);

-- What a locality is called: for tables that leave the house.
CREATE TABLE evaluation.locality_named (
  tenant_id int NOT NULL PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL
);

-- What one answer showed of another locality's cases; in the name of whoever read.
CREATE TABLE evaluation.case_reading (
  tenant_id int NOT NULL,
  reading_id uuid NOT NULL,
  owner_id int NOT NULL,
  account_id uuid,
  role text NOT NULL,
  way text NOT NULL CHECK (way IN ('LIST', 'EXPORT')),
  saw text NOT NULL CHECK (saw IN ('METADATA', 'FULL')),
  asked text NOT NULL,
  case_ids uuid[] NOT NULL,
  read_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, reading_id)
);
CREATE INDEX case_reading_by_owner ON evaluation.case_reading (owner_id, read_at);
`;

const SHARED = ['case_fact', 'case_fact_superseded', 'case_card', 'unit_directory'];

/** Cases that localities share with those above them, and who read which. */
export class SharedCases1790000000035 implements MigrationInterface {
  name = 'SharedCases1790000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['case_card', 'case_title', 'locality_named'])
      await runner.query(protectProjection(SCHEMA, table));
    await runner.query(protectAppendOnlyTable(SCHEMA, 'case_reading'));
    await runner.query(ownerPolicy(SCHEMA, 'case_reading'));
    await runner.query(treePolicy(SCHEMA, 'locality_named'));
    for (const table of SHARED) await runner.query(sharedRowsPolicy(SCHEMA, table));
    await runner.query(sharedRowsPolicy(SCHEMA, 'case_title', 'disclosed'));
    await runner.query(FOLD_AGAIN);
    await runner.query(HEAR_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_fact', 'case_fact_superseded', 'unit_directory'])
      await runner.query(`DROP POLICY ${table}_app_shared ON ${SCHEMA}.${table}`);
    await runner.query(`DROP TABLE ${SCHEMA}.case_card, ${SCHEMA}.case_title, ${SCHEMA}.locality_named,
      ${SCHEMA}.case_reading`);
  }
}

/** What localities are called stands in events that were heard before. */
const HEAR_AGAIN = `
ALTER TABLE evaluation.consumer_cursor NO FORCE ROW LEVEL SECURITY;
DELETE FROM evaluation.consumer_cursor WHERE source = 'units';
ALTER TABLE evaluation.consumer_cursor FORCE ROW LEVEL SECURITY;
`;
