import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns in which a process keeps the order in which it was written: of fields, signers, choices. */
const WRITTEN = [
  ['process_version', 'definition'],
  ['process_version', 'layers'],
  ['process_layer', 'document'],
] as const;

export class ProcessText1790000000020 implements MigrationInterface {
  name = 'ProcessText1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of WRITTEN) await retype(runner, table, column, 'json');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of WRITTEN) await retype(runner, table, column, 'jsonb');
  }
}

const retype = (runner: QueryRunner, table: string, column: string, type: string): Promise<unknown> =>
  runner.query(`ALTER TABLE proposals.${table} ALTER COLUMN ${column} TYPE ${type} USING ${column}::${type}`);
