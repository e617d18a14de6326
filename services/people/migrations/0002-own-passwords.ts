import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time passwords, the age of a password, and the hashes of the last ones, newest first. */
export class OwnPasswords1764000000002 implements MigrationInterface {
  readonly name = 'OwnPasswords1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE people.account
      ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
      ADD COLUMN password_set_at timestamptz(3),
      ADD COLUMN password_history text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE people.account
      DROP COLUMN must_change_password, DROP COLUMN password_set_at, DROP COLUMN password_history`);
  }
}
