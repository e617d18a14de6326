import { folderStampTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which folder of localities was loaded last, so that a start does not read them all again. */
export class FolderStamp1700000100002 implements MigrationInterface {
  readonly name = 'FolderStamp1700000100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(folderStampTable('units'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE units.folder_stamp');
  }
}
