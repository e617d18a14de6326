import { countsOver, layerTables } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';
/** Columns in which sheets keep the order in which they were written: of indicators, steps, grades. */
const WRITTEN = ['sheets', 'layers'];

/** What each level says of scoring itself, and who stands above; versions are read from above. */
export class SheetVersions1790000000005 implements MigrationInterface {
  name = 'SheetVersions1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of WRITTEN) await retype(runner, column, 'json');
    await runner.query(layerTables(SCHEMA, 'sheet'));
    await runner.query(countsOver(SCHEMA, 'sheet_version', 'sheet_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY sheet_version_app_counts ON ${SCHEMA}.sheet_version`);
    await runner.query(`DROP TABLE ${SCHEMA}.sheet_layer, ${SCHEMA}.sheet_ancestor`);
    for (const column of WRITTEN) await retype(runner, column, 'jsonb');
  }
}

const retype = (runner: QueryRunner, column: string, type: string): Promise<unknown> =>
  runner.query(
    `ALTER TABLE ${SCHEMA}.sheet_version ALTER COLUMN ${column} TYPE ${type} USING ${column}::${type}`,
  );
