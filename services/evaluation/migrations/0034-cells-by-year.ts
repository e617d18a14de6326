import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures are asked year by year: the other years of a locality's cells are not read on the way. */
export class CellsByYear1790000000034 implements MigrationInterface {
  name = 'CellsByYear1790000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX cell_by_year ON evaluation.cell (tenant_id, part, cube, year)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX evaluation.cell_by_year');
  }
}
