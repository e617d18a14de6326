import { countsPolicy, overviewPolicy, protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

const TABLES = `
-- What the last recount of a cell came to; the cell's own columns as in evaluation.cell, its items as they were then.
CREATE TABLE evaluation.cell_proof (
  tenant_id int NOT NULL,
  part text NOT NULL CHECK (part IN ('OWN', 'ALL')),
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
  items int NOT NULL,
  checked_at timestamptz(3) NOT NULL,
  equal boolean NOT NULL,
  PRIMARY KEY (tenant_id, part, cube, key)
) WITH (fillfactor = 70);
CREATE INDEX cell_proof_wrong ON evaluation.cell_proof (tenant_id, part) WHERE NOT equal;

-- The day for which all cells of a locality were last recounted.
CREATE TABLE evaluation.cell_audit (
  tenant_id int NOT NULL,
  part text NOT NULL CHECK (part IN ('OWN', 'ALL')),
  checked_on date NOT NULL,
  cells int NOT NULL,
  wrong int NOT NULL,
  PRIMARY KEY (tenant_id, part)
);
`;

const PROJECTIONS = ['cell_proof', 'cell_audit'];

/** Proof of cells: what recounting them came to, cell by cell. Kept by the relay; counted from above like cells. */
export class Proof1790000000027 implements MigrationInterface {
  name = 'Proof1790000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of PROJECTIONS) await runner.query(protectProjection(SCHEMA, table));
    await runner.query(countsPolicy(SCHEMA, 'cell_proof'));
    await runner.query(overviewPolicy(SCHEMA, 'cell_audit'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${PROJECTIONS.map((table) => `${SCHEMA}.${table}`).join(', ')}`);
  }
}
