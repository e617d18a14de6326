import { countsPolicy, overviewPolicy, protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

/** What the items of a cell share, and its numbers; the same columns for a cell and for a change of one. */
const CELL_COLUMNS = `
  cube text NOT NULL,
  key text NOT NULL,
  effective_from date NOT NULL,
  year int,
  kind text,
  period text,
  key_item boolean NOT NULL,
  outcomes text,
  local_class text,
  category text,
  members int NOT NULL,
  checksum bigint NOT NULL,
  items int NOT NULL,
  received_n int NOT NULL,
  accepted_n int NOT NULL,
  rejected_n int NOT NULL,
  merged_n int NOT NULL,
  withdrawn_n int NOT NULL,
  handed_over_count_n int NOT NULL,
  key_count_n int NOT NULL,
  assignment_count_n int NOT NULL,
  reply_rate_n int NOT NULL,
  reply_rate_d int NOT NULL,
  completion_rate_n int NOT NULL,
  on_time_rate_n int NOT NULL,
  on_time_rate_d int NOT NULL,
  on_time_strict_n int NOT NULL,
  on_time_strict_d int NOT NULL,
  contact_rate_n int NOT NULL,
  face_consultation_rate_n int NOT NULL,
  face_reply_rate_n int NOT NULL,
  head_face_reply_rate_n int NOT NULL,
  solved_rate_n int NOT NULL,
  solved_rate_d int NOT NULL,
  solved_or_planned_rate_n int NOT NULL,
  implementation_rate_by_count_n int NOT NULL,
  satisfaction_strict_n_attitude_first int NOT NULL,
  satisfaction_strict_n_attitude_final int NOT NULL,
  satisfaction_strict_n_result_first int NOT NULL,
  satisfaction_strict_n_result_final int NOT NULL,
  satisfaction_strict_n_overall_first int NOT NULL,
  satisfaction_strict_n_overall_final int NOT NULL,
  satisfaction_strict_d_attitude_first int NOT NULL,
  satisfaction_strict_d_attitude_final int NOT NULL,
  satisfaction_strict_d_result_first int NOT NULL,
  satisfaction_strict_d_result_final int NOT NULL,
  satisfaction_strict_d_overall_first int NOT NULL,
  satisfaction_strict_d_overall_final int NOT NULL,
  satisfaction_inclusive_n_attitude_first int NOT NULL,
  satisfaction_inclusive_n_attitude_final int NOT NULL,
  satisfaction_inclusive_n_result_first int NOT NULL,
  satisfaction_inclusive_n_result_final int NOT NULL,
  satisfaction_inclusive_n_overall_first int NOT NULL,
  satisfaction_inclusive_n_overall_final int NOT NULL,
  rated_rate_n_attitude_first int NOT NULL,
  rated_rate_n_attitude_final int NOT NULL,
  rated_rate_n_result_first int NOT NULL,
  rated_rate_n_result_final int NOT NULL,
  rated_rate_n_overall_first int NOT NULL,
  rated_rate_n_overall_final int NOT NULL,
  rehandling_rate_n int NOT NULL,
  rescue_rate_n_attitude_first int NOT NULL,
  rescue_rate_n_attitude_final int NOT NULL,
  rescue_rate_n_result_first int NOT NULL,
  rescue_rate_n_result_final int NOT NULL,
  rescue_rate_n_overall_first int NOT NULL,
  rescue_rate_n_overall_final int NOT NULL,
  rescue_rate_d int NOT NULL,
  strike_off_rate_n int NOT NULL,
  strike_off_rate_d int NOT NULL,
  open_tracked_n int NOT NULL,
  return_rate_n int NOT NULL,
  return_rate_d int NOT NULL,
  overdue_open_n int NOT NULL,
  rated_attitude_final int NOT NULL,
  rated_result_final int NOT NULL,
  rated_overall_final int NOT NULL`;

const TABLES = `
-- Sums over facts: OWN, of the locality itself; ALL, of it and everything below it. A key is the text of
-- what the items share.
CREATE TABLE evaluation.cell (
  tenant_id int NOT NULL,
  part text NOT NULL CHECK (part IN ('OWN', 'ALL')),
  ${CELL_COLUMNS.trim()},
  PRIMARY KEY (tenant_id, part, cube, key)
) WITH (fillfactor = 70);
CREATE INDEX cell_empty ON evaluation.cell (tenant_id, part) WHERE members = 0;

-- Where a locality's own cells stand: generation is another one whenever they are made from nothing,
-- position counts the changes since.
CREATE TABLE evaluation.cell_head (
  tenant_id int NOT NULL PRIMARY KEY,
  meaning text NOT NULL,
  generation uuid NOT NULL,
  position bigint NOT NULL
) WITH (fillfactor = 70);

-- How own cells changed, change by change, until every locality above has taken it over.
CREATE TABLE evaluation.cell_change (
  tenant_id int NOT NULL,
  position bigint NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  ${CELL_COLUMNS.trim()},
  PRIMARY KEY (tenant_id, position, cube, key)
);

-- A locality with others below it, and those whose own cells are in its ALL cells.
CREATE TABLE evaluation.cell_view (
  tenant_id int NOT NULL PRIMARY KEY,
  meaning text NOT NULL,
  localities int[] NOT NULL
);
CREATE TABLE evaluation.cell_cursor (
  tenant_id int NOT NULL,
  member_id int NOT NULL,
  generation uuid NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (tenant_id, member_id)
) WITH (fillfactor = 70);
CREATE INDEX cell_cursor_by_member ON evaluation.cell_cursor (member_id, tenant_id);
`;

const PROJECTIONS = ['cell', 'cell_head', 'cell_change', 'cell_view', 'cell_cursor'];
const COUNTED_FROM_ABOVE = ['cell', 'cell_head', 'cell_view'];
const FOR_FINDING_WORK = ['cell_head', 'cell_view', 'cell_cursor', 'locality_node', 'locality_edge'];

/**
 * Cells: what figures count, added up beforehand. Folded by the relay role from facts, never a source.
 * From above they are counted like facts (purpose COUNTS).
 */
export class Cells1790000000012 implements MigrationInterface {
  name = 'Cells1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of PROJECTIONS) await runner.query(protectProjection(SCHEMA, table));
    for (const table of COUNTED_FROM_ABOVE) await runner.query(countsPolicy(SCHEMA, table));
    for (const table of FOR_FINDING_WORK) await runner.query(overviewPolicy(SCHEMA, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${PROJECTIONS.map((table) => `${SCHEMA}.${table}`).join(', ')};
      DROP POLICY locality_node_relay_overview ON evaluation.locality_node;
      DROP POLICY locality_edge_relay_overview ON evaluation.locality_edge`);
  }
}
