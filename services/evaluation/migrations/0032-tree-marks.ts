import { alterCountsOver, sharedCountsPolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTED_FROM_ABOVE = [
  'case_fact',
  'case_fact_superseded',
  'consumer_cursor',
  'trace',
  'figure_confirmation',
  'cell',
  'cell_head',
  'cell_view',
  'cell_proof',
];

const MARKS = `
ALTER TABLE evaluation.locality_node ADD COLUMN mark bigint;
ALTER TABLE evaluation.locality_node NO FORCE ROW LEVEL SECURITY;
UPDATE evaluation.locality_node node SET mark = ('x' || left(md5(node::text), 15))::bit(60)::bigint;
ALTER TABLE evaluation.locality_node FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.locality_node ALTER COLUMN mark SET NOT NULL;
`;

/**
 * A number for the content of each place, so that a reader of thousands can tell whether they are what it
 * read before; and policies that look a locality up among those below instead of going through them all.
 */
export class TreeMarks1790000000032 implements MigrationInterface {
  name = 'TreeMarks1790000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARKS);
    for (const table of COUNTED_FROM_ABOVE) await runner.query(sharedCountsPolicy('evaluation', table));
    await runner.query(alterCountsOver('evaluation', 'sheet_version', 'sheet_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evaluation.locality_node DROP COLUMN mark');
  }
}
