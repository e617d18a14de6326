import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many ratings a locality wants told together at least, of whatever asks from above. */
export class FewRatings1790000000029 implements MigrationInterface {
  name = 'FewRatings1790000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation.locality_node ADD COLUMN ratings_from int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation.locality_node DROP COLUMN ratings_from');
  }
}
