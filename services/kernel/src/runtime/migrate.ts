import { DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';
import { MigrationFailed } from './errors.js';
import type { Log } from './log.js';
import { roleName } from './role-name.js';
import { SILENT } from './silent-logger.js';

export type MigrationClass = new () => MigrationInterface;

export type MigrateOptions = {
  /** URL of the service's migrator role. */
  readonly url: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  readonly log: Log;
};

/**
 * Runs what is pending, each step in its own transaction, as the owner role. Of two at once one
 * runs and the other finds nothing left. Gives the names of the steps run; a failed step leaves
 * nothing behind and throws MigrationFailed.
 */
export async function migrate({ url, schema, migrations, log }: MigrateOptions): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    schema,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    logger: SILENT,
    installExtensions: false,
    applicationName: `duban migrate ${schema}`,
    poolSize: 2,
  }).initialize();
  const runner = source.createQueryRunner();
  try {
    await prepare(runner, schema);
    return await runPending(source, runner, schema, log);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** One session all along: the lock and the role belong to it, and end with it. */
async function prepare(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`SET lock_timeout = '120s'`);
  await runner.query('SELECT pg_advisory_lock(hashtext($1))', [`duban migrate ${schema}`]);
  await runner.query(`SET ROLE ${roleName(schema, 'owner')}`);
  await runner.query(`SET search_path = ${schema}`);
  // A step that waits for a table would hold up everybody queued behind it.
  await runner.query(`SET lock_timeout = '5s'`);
  await runner.query('SET statement_timeout = 0');
}

async function runPending(
  source: DataSource,
  runner: QueryRunner,
  schema: string,
  log: Log,
): Promise<string[]> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'each';
  try {
    const done = await executor.executePendingMigrations();
    for (const step of done) log.info({ schema, step: step.name }, 'migrated');
    return done.map((step) => step.name);
  } catch (error) {
    const pending = await executor.getPendingMigrations().catch(() => []);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationFailed(schema, pending[0]?.name ?? '(unknown)', reason, { cause: error });
  } finally {
    // The session goes back to a pool that is about to end; the lock must not wait for that.
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
  }
}
