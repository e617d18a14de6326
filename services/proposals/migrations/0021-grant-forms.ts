import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Code and name of the form of work across levels, for there may be several of a kind. */
export class GrantForms1790000000021 implements MigrationInterface {
  name = 'GrantForms1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals.case_grant ADD COLUMN form text, ADD COLUMN label text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals.case_grant DROP COLUMN form, DROP COLUMN label');
  }
}
