import type { ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.js';
import { findFreePort } from './free-port.js';
import { accountFor, assertReachable } from './postgres-account.js';
import { findBinaries } from './postgres-binaries.js';
import { type Cluster, postgresEnvironment, prepareCluster } from './postgres-data.js';
import { clearStalePostgres } from './postgres-stale.js';
import { spawnGuarded } from './tied-process.js';

export type PostgresOptions = {
  /** Where the data is kept. Left out with `ephemeral`: a temporary folder. */
  readonly dataDir?: string;
  /** The port to prefer on 127.0.0.1; taken or left out: any free one. */
  readonly port?: number;
  /** With a restart others hold the URL already: wait for exactly this port. */
  readonly fixedPort?: boolean;
  readonly password: string;
  /** For tests: nothing is safe on disk, and `stop` removes the data. */
  readonly ephemeral?: boolean;
  readonly logFile?: string;
};

export type RunningPostgres = {
  /** Superuser URL of the database `postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly process: ChildProcess;
  /** Fast shutdown: open transactions are rolled back, everything acknowledged stays. */
  stop(): Promise<void>;
};

/** Starts a real PostgreSQL 18 as a child that cannot outlive this process, and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = options.dataDir ?? join(await mkdtemp(join(tmpdir(), 'duban-pg-')), 'data');
  mkdirSync(dirname(dataDir), { recursive: true });
  const account = accountFor(dataDir);
  if (account && !options.dataDir) openFolderTo(dirname(dataDir));
  const cluster: Cluster = { dataDir, account, binaries: await findBinaries(), password: options.password };
  assertReachable(account, [dataDir, cluster.binaries.postgres]);
  await prepareCluster(cluster);
  const deadline = Date.now() + 20_000;
  for (;;) {
    const started = await tryStart(cluster, options);
    if (started) return started;
    if (Date.now() > deadline) throw notStarting(options.logFile ?? `${dataDir}.log`);
    await sleep(200);
  }
}

/** Null when it went away at once, as it does while the one before it is still leaving. */
async function tryStart(cluster: Cluster, options: PostgresOptions): Promise<RunningPostgres | null> {
  await clearStalePostgres(cluster.dataDir);
  const port = await findFreePort(options.port);
  if (options.fixedPort && port !== options.port) return null;
  const child = launch(cluster, port, options);
  const pid = await untilReady(cluster.dataDir, child);
  if (pid === null) return null;
  const secret = encodeURIComponent(options.password);
  const stop = () => stopPostgres(child, cluster.dataDir, options.ephemeral ?? false);
  return {
    adminUrl: `postgres://postgres:${secret}@127.0.0.1:${port}/postgres`,
    port,
    pid,
    process: child,
    stop,
  };
}

function launch(cluster: Cluster, port: number, { ephemeral, logFile }: PostgresOptions): ChildProcess {
  const { binaries, dataDir, account } = cluster;
  const log = openSync(logFile ?? `${dataDir}.log`, 'a', 0o600);
  const settings = { ...SETTINGS, port, ...(ephemeral ? EPHEMERAL_SETTINGS : {}) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    return spawnGuarded(binaries.postgres, ['-D', dataDir, ...args], {
      env: postgresEnvironment(),
      stdio: ['ignore', log, log],
      cwd: '/',
      deathSignal: 'INT',
      account,
      paths: [dataDir, binaries.postgres],
    });
  } finally {
    closeSync(log);
  }
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  io_method: 'sync',
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // An error's detail repeats the row it is about; logs carry no personal data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  jit: 'off',
};

const EPHEMERAL_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The server's process id once it accepts connections, null when it ended instead. */
async function untilReady(dataDir: string, child: ChildProcess): Promise<number | null> {
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended) {
    const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[7]?.trim() === 'ready') return Number(lines[0]);
    await sleep(10);
  }
  return null;
}

async function stopPostgres(child: ChildProcess, dataDir: string, ephemeral: boolean): Promise<void> {
  const signals: NodeJS.Signals[] = ephemeral ? ['SIGQUIT', 'SIGKILL'] : ['SIGINT', 'SIGQUIT', 'SIGKILL'];
  for (const signal of signals) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await Promise.race([gone, sleep(8_000, undefined, { ref: false })]);
  }
  if (ephemeral) rmSync(dirname(dataDir), { recursive: true, force: true });
}

/** A temporary folder is private to root; the account that runs the server has to pass through. */
function openFolderTo(folder: string): void {
  chmodSync(folder, 0o711);
}

function notStarting(logFile: string): Failure {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const last = size > 0 ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' | ') : '';
  return new Failure(
    `内置 PostgreSQL 无法启动,日志见 ${logFile}。${last}`,
    `The embedded PostgreSQL does not start; its log is ${logFile}. ${last}`,
  );
}
