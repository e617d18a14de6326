import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_AGAIN } from './fold-again.js';

const FACT_TABLES = ['case_fact', 'assignment_fact', 'case_fact_superseded'];
const CELL_TABLES = ['cell', 'cell_change', 'cell_proof'];

/** The system of the units that answer, as a fact and as what cells are divided by. Cells are made anew by their meaning. */
export class UnitSystems1790000000031 implements MigrationInterface {
  name = 'UnitSystems1790000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of FACT_TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} ADD COLUMN unit_system text`);
    for (const table of CELL_TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} ADD COLUMN system text`);
    await runner.query(FOLD_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FACT_TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} DROP COLUMN unit_system`);
    for (const table of CELL_TABLES) await runner.query(`ALTER TABLE evaluation.${table} DROP COLUMN system`);
  }
}
