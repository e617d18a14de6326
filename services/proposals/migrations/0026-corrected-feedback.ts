import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A form may take the place of another one, which stays: which rating it replaces, and why. */
export class CorrectedFeedback1790000000026 implements MigrationInterface {
  name = 'CorrectedFeedback1790000000026';

  up = (runner: QueryRunner): Promise<void> =>
    runner.query('ALTER TABLE proposals.feedback ADD COLUMN replaces uuid, ADD COLUMN reason text');

  down = (runner: QueryRunner): Promise<void> =>
    runner.query('ALTER TABLE proposals.feedback DROP COLUMN replaces, DROP COLUMN reason');
}
