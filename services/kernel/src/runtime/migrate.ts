import type { MigrationInterface } from 'typeorm';
import type { Log } from './log.js';

export type MigrationClass = new () => MigrationInterface;

export type MigrateOptions = {
  /** URL of the service's migrator role. */
  readonly url: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  readonly log: Log;
};

/** Runs what is pending, each step in its own transaction, as the owner role. Two at once: one runs. Returns the names of the steps run. */
export async function migrate(_options: MigrateOptions): Promise<string[]> {
  throw new Error('not yet');
}
