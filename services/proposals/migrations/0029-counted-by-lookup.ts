import { alterCountsOver } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['process_version', 'process_layer', 'warning_tally', 'register_tally'];

/** What is counted from above looks a locality up among those below instead of going through them all. */
export class CountedByLookup1790000000029 implements MigrationInterface {
  name = 'CountedByLookup1790000000029';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(alterCountsOver('proposals', table, 'process_ancestor'));
  }

  /** The policies stay: both ways let the same rows through. */
  async down(): Promise<void> {}
}
