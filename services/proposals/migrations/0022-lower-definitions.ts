import { countsOver } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a locality below works by is read from above, under purpose COUNTS: its process, and its own layer of it. */
export class LowerDefinitions1790000000022 implements MigrationInterface {
  name = 'LowerDefinitions1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(countsOver('proposals', table, 'process_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP POLICY ${table}_app_counts ON proposals.${table}`);
  }
}

const TABLES = ['process_version', 'process_layer'];
