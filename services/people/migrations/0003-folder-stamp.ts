import { folderStampTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which folder of localities was loaded last, so that a start does not read them all again. */
export class FolderStamp1764000000003 implements MigrationInterface {
  readonly name = 'FolderStamp1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(folderStampTable('people'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE people.folder_stamp');
  }
}
