import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_AGAIN } from './fold-again.js';

const FACT_TABLES = ['case_fact', 'assignment_fact'];
const CELL_TABLES = ['cell', 'cell_change'];

const FACTS = ['source text', 'disclosure_consent text', 'disclosed_on date', 'converted_into_on date'];
const COUNTERS = [
  'conversion_rate_n',
  'suggestion_disclosure_rate_n',
  'reply_disclosure_rate_n',
  'online_rate_n',
];

const added = (columns: readonly string[]): string =>
  columns.map((column) => `ADD COLUMN ${column}`).join(', ');
const dropped = (columns: readonly string[]): string =>
  columns.map((column) => `DROP COLUMN ${column.split(' ')[0]}`).join(', ');

const CONVERSIONS = 'conversions int NOT NULL';
const ZERO = ' DEFAULT 0';
const COUNTER_COLUMNS = COUNTERS.map((column) => `${column} int NOT NULL`);

/** Conversion, disclosure and on-line handling as facts, and what figures count of them. */
export class PublicFacts1790000000023 implements MigrationInterface {
  name = 'PublicFacts1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of FACT_TABLES) {
      await runner.query(`ALTER TABLE evaluation.${table} ${added([...FACTS, `${CONVERSIONS}${ZERO}`])}`);
      await runner.query(`ALTER TABLE evaluation.${table} ALTER COLUMN conversions DROP DEFAULT`);
    }
    for (const table of CELL_TABLES) {
      await runner.query(
        `ALTER TABLE evaluation.${table} ${added(COUNTER_COLUMNS.map((one) => one + ZERO))}`,
      );
      for (const column of COUNTERS)
        await runner.query(`ALTER TABLE evaluation.${table} ALTER COLUMN ${column} DROP DEFAULT`);
    }
    await runner.query(FOLD_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FACT_TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} ${dropped([...FACTS, CONVERSIONS])}`);
    for (const table of CELL_TABLES)
      await runner.query(`ALTER TABLE evaluation.${table} ${dropped(COUNTER_COLUMNS)}`);
  }
}
