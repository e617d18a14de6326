import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cells that nothing is in any more are removed by their keys. An index over how many are in a cell, were it
 * only for the empty ones, would have every change of a cell write to all of its indexes.
 */
export class CellsInPlace1790000000039 implements MigrationInterface {
  name = 'CellsInPlace1790000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX evaluation.cell_empty');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX cell_empty ON evaluation.cell (tenant_id, part) WHERE members = 0');
  }
}
