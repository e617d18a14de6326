import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { urlOfRole } from '@duban/kernel/provision';
import { Failure } from './failure.js';
import { ensureDatabase } from './migrate.js';
import { dataFolder, makeDataFolder } from './paths.js';
import { startPostgres } from './postgres.js';
import { passwordVariable } from './role-passwords.js';
import { loadSecrets } from './secrets.js';

/** This installation's database, for a command that runs beside the platform or without it. */
export type InstallationDatabase = {
  readonly adminUrl: string;
  /** The URL of a service's role, with its password from the environment or the kept secrets. */
  urlOf(role: string): string;
};

/**
 * Runs `work` on the database of DATABASE_URL, of the running platform, or, when nothing runs, on
 * the kept data, started for the occasion.
 */
export async function withInstallationDatabase<Result>(
  work: (database: InstallationDatabase) => Promise<Result>,
): Promise<Result> {
  makeDataFolder();
  const secrets = loadSecrets();
  const open = (server: string) =>
    ensureDatabase(server).then((adminUrl) => ({
      adminUrl,
      urlOf: (role: string) =>
        urlOfRole(adminUrl, role, process.env[passwordVariable(role)] ?? secrets.roles[role] ?? ''),
    }));
  // Set but empty means the embedded server, as it does for the platform.
  const running = process.env.DATABASE_URL || (await runningServer(secrets.postgres));
  if (running) return work(await open(running));
  const dataDir = join(dataFolder, 'postgres');
  if (!existsSync(dataDir)) {
    throw new Failure('还没有数据。请先运行 npm start。', 'There is no data yet. Run npm start first.');
  }
  const logFile = join(dataFolder, 'logs', 'postgres.log');
  const postgres = await startPostgres({ dataDir, password: secrets.postgres, logFile });
  try {
    return await work(await open(postgres.adminUrl));
  } finally {
    await postgres.stop();
  }
}

const PATIENCE_MS = 10_000;

/**
 * The embedded server's URL while the platform runs, from the server's own lock file. One that is
 * just starting is waited for: taking it for left over would end it under the platform.
 */
async function runningServer(password: string): Promise<string | null> {
  const file = join(dataFolder, 'postgres', 'postmaster.pid');
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
    const [pid, , , port, , , , status] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (!pid || !isAlive(Number(pid))) return null;
    if (status?.trim() === 'ready')
      return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Alive, but another account's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
