import type { MigrationInterface, QueryRunner } from 'typeorm';

const EDGES = `
ALTER TABLE evaluation.locality_edge ADD COLUMN mark bigint;
ALTER TABLE evaluation.locality_edge NO FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.locality_node NO FORCE ROW LEVEL SECURITY;
UPDATE evaluation.locality_edge edge SET mark = ('x' || left(md5(concat(edge::text,
  (SELECT string_agg(node::text, ' ' ORDER BY valid_from) FROM evaluation.locality_node node
   WHERE node.tenant_id = edge.tenant_id))), 15))::bit(60)::bigint;
ALTER TABLE evaluation.locality_node FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.locality_edge FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.locality_edge ALTER COLUMN mark SET NOT NULL;
DROP INDEX evaluation.locality_edge_by_ancestor;
CREATE INDEX locality_edge_by_ancestor ON evaluation.locality_edge (ancestor_id, tenant_id) INCLUDE (shares, mark);
`;

const VERSIONED = ['cell_head', 'cell_view'];

/**
 * Cells tell by a version whether they are what somebody read before, and edges by a mark whether the
 * places below are. And policies ask who is below and what they share: an index answers all of it, without
 * reading the rows.
 */
export class VersionedCells1790000000037 implements MigrationInterface {
  name = 'VersionedCells1790000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EDGES);
    for (const table of VERSIONED)
      await runner.query(
        `ALTER TABLE evaluation.${table} ADD COLUMN version uuid NOT NULL DEFAULT gen_random_uuid()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of VERSIONED) await runner.query(`ALTER TABLE evaluation.${table} DROP COLUMN version`);
    await runner.query('ALTER TABLE evaluation.locality_edge DROP COLUMN mark');
    await runner.query(
      'CREATE INDEX IF NOT EXISTS locality_edge_by_ancestor ON evaluation.locality_edge (ancestor_id, tenant_id)',
    );
  }
}
