import { sharedCountsOneByOne, sharedCountsPolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const HASH = `
ALTER TABLE evaluation.cell_view ADD COLUMN localities_hash text;
ALTER TABLE evaluation.cell_view NO FORCE ROW LEVEL SECURITY;
UPDATE evaluation.cell_view SET localities_hash = encode(sha256(convert_to(localities::text, 'UTF8')), 'hex');
ALTER TABLE evaluation.cell_view FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.cell_view ALTER COLUMN localities_hash SET NOT NULL;
`;

const ROW_A_LOCALITY = ['cell_head', 'cell_view'];

/**
 * Whether sums are what was read before is asked with every figure: of whom they are is told by a hash and
 * not by a list of the whole country, and who may be counted is looked up for the few rows that are asked for.
 */
export class QuickLooks1790000000040 implements MigrationInterface {
  name = 'QuickLooks1790000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HASH);
    for (const table of ROW_A_LOCALITY) await runner.query(sharedCountsOneByOne('evaluation', table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ROW_A_LOCALITY) await runner.query(sharedCountsPolicy('evaluation', table));
    await runner.query('ALTER TABLE evaluation.cell_view DROP COLUMN localities_hash');
  }
}
