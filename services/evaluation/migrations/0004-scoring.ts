import { eventLogTables, folderStampTable, protectAppendOnlyTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

const TABLES = `
-- Who answers for it in the unit, by the locality's own fields: a veto falls upon a section.
ALTER TABLE evaluation.assignment_fact ADD COLUMN responsible text NOT NULL DEFAULT '{}';

-- Everything a locality scores by, one row per version. \`sheets\` is complete, \`layers\` is what it was made of.
CREATE TABLE evaluation.sheet_version (
  tenant_id int NOT NULL,
  serial int NOT NULL,
  version text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('FILE', 'PUBLISHED')),
  draft_id uuid,
  effective_from date NOT NULL,
  sheets jsonb NOT NULL,
  problems jsonb NOT NULL,
  layers jsonb NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, serial)
);

-- Grades, ratings and flags that scores read, about a subject in a year. Never changed: a correction is
-- another row that names the one it replaces.
CREATE TABLE evaluation.score_evidence (
  tenant_id int NOT NULL,
  record_id uuid NOT NULL,
  year int NOT NULL,
  subject_id uuid NOT NULL,
  case_id uuid,
  source text NOT NULL CHECK (source IN ('MANUAL', 'SURVEY', 'FLAG')),
  code text NOT NULL,
  value numeric NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  replaces uuid,
  PRIMARY KEY (tenant_id, record_id)
);
CREATE INDEX score_evidence_by_year ON evaluation.score_evidence (tenant_id, year);

-- A published run: which sheet, over which facts, and what it came to. Frozen by its very privileges.
CREATE TABLE evaluation.score_run (
  tenant_id int NOT NULL,
  run_id uuid NOT NULL,
  sheet text NOT NULL,
  sheet_serial int NOT NULL,
  sheet_version text NOT NULL,
  year int NOT NULL,
  as_of timestamptz(3) NOT NULL,
  data_position bigint NOT NULL,
  hash text NOT NULL,
  subjects int NOT NULL,
  note text,
  published_by uuid,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, sheet_serial) REFERENCES evaluation.sheet_version (tenant_id, serial)
);
CREATE INDEX score_run_by_sheet ON evaluation.score_run (tenant_id, sheet, year, published_at);
CREATE TABLE evaluation.score_result (
  tenant_id int NOT NULL,
  run_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  tree text NOT NULL,
  PRIMARY KEY (tenant_id, run_id, subject_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES evaluation.score_run (tenant_id, run_id)
);
`;

const APPEND_ONLY = ['sheet_version', 'score_evidence', 'score_run', 'score_result'];

/** Scoring: sheets as versions, evidence, and published runs. From here on the service has a log of its own. */
export class Scoring1790000000004 implements MigrationInterface {
  name = 'Scoring1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLogTables(SCHEMA));
    await runner.query(folderStampTable(SCHEMA));
    await runner.query(TABLES);
    for (const table of APPEND_ONLY) await runner.query(protectAppendOnlyTable(SCHEMA, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['score_result', 'score_run', 'score_evidence', 'sheet_version', 'folder_stamp'];
    const log = ['event', 'event_head', 'idempotency'];
    await runner.query(`DROP TABLE ${[...tables, ...log].map((table) => `${SCHEMA}.${table}`).join(', ')}`);
    await runner.query(`ALTER TABLE ${SCHEMA}.assignment_fact DROP COLUMN responsible`);
  }
}
