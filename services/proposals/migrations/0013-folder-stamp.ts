import { folderStampTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which folder of localities was loaded last, so that a start does not read them all again. */
export class FolderStamp1790000000013 implements MigrationInterface {
  readonly name = 'FolderStamp1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(folderStampTable('proposals'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.folder_stamp');
  }
}
