import {
  consumerTables,
  countsPolicy,
  edgePolicy,
  protectProjection,
  treePolicy,
} from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

/** Facts of one item; the same columns for a case and for a unit's part of it. */
const FACT_COLUMNS = `
  year int,
  kind text,
  period text,
  category text,
  canonical_category text,
  proposer_type text,
  key_tiers text,
  submitted_on date,
  accepted_on date,
  rejected_on date,
  converted_on date,
  merged_on date,
  withdrawn_on date,
  handed_over_on date,
  replied_on date,
  last_replied_on date,
  due_on date,
  due_original_on date,
  open_due_on date,
  open_due_original_on date,
  late_replies int NOT NULL,
  late_replies_original int NOT NULL,
  closed_on date,
  solved_on date,
  satisfied_on date,
  outcomes text,
  local_class text,
  attitude_first text,
  attitude_final text,
  result_first text,
  result_final text,
  overall_first text,
  overall_final text,
  rounds int NOT NULL,
  contacts int NOT NULL,
  face_contacts int NOT NULL,
  face_reply boolean NOT NULL,
  head_face_reply boolean NOT NULL,
  assignments int NOT NULL,
  answering int NOT NULL,
  returns int NOT NULL,
  tracked int NOT NULL,
  struck_off int NOT NULL,
  open_entries int NOT NULL,
  years_carried int NOT NULL,`;

const TABLES = `
-- Where a locality hangs in the tree, and since when: a copy of what the units service says.
CREATE TABLE evaluation.locality_node (
  tenant_id int NOT NULL,
  parent_id int,
  level text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  PRIMARY KEY (tenant_id, valid_from)
);
-- Every locality above, near or far. Policies look here for who may count whom.
CREATE TABLE evaluation.locality_edge (
  tenant_id int NOT NULL,
  ancestor_id int NOT NULL,
  depth int NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  PRIMARY KEY (tenant_id, ancestor_id, valid_from)
);
CREATE INDEX locality_edge_by_ancestor ON evaluation.locality_edge (ancestor_id, tenant_id);

-- Position of the last event of a case that its facts contain.
CREATE TABLE evaluation.folded_case (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITH (fillfactor = 70);

-- Versions in the time things happened: a row holds from valid_from (included) to valid_to (excluded).
CREATE TABLE evaluation.case_fact (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  valid_to timestamptz(3) NOT NULL,
  ${FACT_COLUMNS.trim()}
  PRIMARY KEY (tenant_id, case_id, valid_from)
) WITH (fillfactor = 80);
CREATE INDEX case_fact_current ON evaluation.case_fact (tenant_id, year) WHERE valid_to = 'infinity';
CREATE INDEX case_fact_by_year ON evaluation.case_fact (tenant_id, year);

CREATE TABLE evaluation.assignment_fact (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  round int NOT NULL,
  latest boolean NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  valid_to timestamptz(3) NOT NULL,
  ${FACT_COLUMNS.trim()}
  PRIMARY KEY (tenant_id, case_id, assignment_id, valid_from)
) WITH (fillfactor = 80);
CREATE INDEX assignment_fact_current ON evaluation.assignment_fact (tenant_id, unit_id, year) WHERE valid_to = 'infinity';
CREATE INDEX assignment_fact_by_unit ON evaluation.assignment_fact (tenant_id, unit_id);
`;

const PROJECTIONS = ['locality_node', 'locality_edge', 'folded_case', 'case_fact', 'assignment_fact'];

/**
 * Facts and the tree they are summed over. Nothing here is a source: all of it is folded from other
 * services' events by the relay role, and the app role only reads. Facts of a whole case may be
 * counted from above (purpose COUNTS); parts of units may not.
 */
export class Facts1790000000001 implements MigrationInterface {
  name = 'Facts1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consumerTables(SCHEMA));
    await runner.query(TABLES);
    for (const table of PROJECTIONS) await runner.query(protectProjection(SCHEMA, table));
    await runner.query(edgePolicy(SCHEMA));
    await runner.query(treePolicy(SCHEMA, 'locality_node'));
    for (const table of ['case_fact', 'consumer_cursor']) await runner.query(countsPolicy(SCHEMA, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [...PROJECTIONS, 'consumer_cursor'].map((table) => `${SCHEMA}.${table}`);
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
  }
}
