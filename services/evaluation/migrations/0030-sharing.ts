import { sharedCountsPolicy, unsharedCountsPolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

const COLUMN = `
-- What the locality lets the one above see of its cases.
ALTER TABLE evaluation.locality_edge ADD COLUMN shares text NOT NULL DEFAULT 'COUNTS'
  CHECK (shares IN ('NONE', 'COUNTS', 'METADATA', 'FULL'));
CREATE INDEX locality_edge_by_sharing ON evaluation.locality_edge (ancestor_id, tenant_id) WHERE shares <> 'COUNTS';
`;

/** Everything of a locality that is counted from above. */
const COUNTED_FROM_ABOVE = [
  'case_fact',
  'case_fact_superseded',
  'consumer_cursor',
  'cell',
  'cell_head',
  'cell_view',
  'cell_proof',
  'figure_confirmation',
  'trace',
];

/** Who shares nothing with those above is not counted by them. */
export class Sharing1790000000030 implements MigrationInterface {
  name = 'Sharing1790000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN);
    for (const table of COUNTED_FROM_ABOVE) await runner.query(sharedCountsPolicy(SCHEMA, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of COUNTED_FROM_ABOVE) await runner.query(unsharedCountsPolicy(SCHEMA, table));
    await runner.query('DROP INDEX evaluation.locality_edge_by_sharing');
    await runner.query('ALTER TABLE evaluation.locality_edge DROP COLUMN shares');
  }
}
