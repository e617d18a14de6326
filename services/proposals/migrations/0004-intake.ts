import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a draft was given to its pre-review (预交): from then on reviewers may read it. */
export class Intake1790000000004 implements MigrationInterface {
  name = 'Intake1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals.proposal ADD COLUMN pre_submitted_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals.proposal DROP COLUMN pre_submitted_at');
  }
}
