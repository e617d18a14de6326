import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['case_fact', 'assignment_fact', 'case_fact_superseded'];

/** By which rules a case got its values; those of before had the common ones, which are not written. */
export class CountedBy1790000000033 implements MigrationInterface {
  name = 'CountedBy1790000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} ADD COLUMN counted_by text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE evaluation.${table} DROP COLUMN counted_by`);
  }
}
