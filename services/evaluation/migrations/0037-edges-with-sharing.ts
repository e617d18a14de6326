import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'evaluation.locality_edge';

/** Policies ask who is below and what they share: an index answers both, without reading the rows. */
export class EdgesWithSharing1790000000037 implements MigrationInterface {
  name = 'EdgesWithSharing1790000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX evaluation.locality_edge_by_ancestor');
    await runner.query(
      `CREATE INDEX locality_edge_by_ancestor ON ${TABLE} (ancestor_id, tenant_id) INCLUDE (shares)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX evaluation.locality_edge_by_ancestor');
    await runner.query(`CREATE INDEX locality_edge_by_ancestor ON ${TABLE} (ancestor_id, tenant_id)`);
  }
}
