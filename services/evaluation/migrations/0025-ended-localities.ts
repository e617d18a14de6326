import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A locality that is no more stands where what it left is counted. */
export class EndedLocalities1790000000025 implements MigrationInterface {
  name = 'EndedLocalities1790000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE evaluation.locality_node ADD COLUMN ended boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation.locality_node DROP COLUMN ended');
  }
}
