import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './failure.js';
import { type Account, becomeAccount, setprivPath } from './postgres-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';

const run = promisify(execFile);
const MAJOR = '18';

export type Cluster = {
  readonly dataDir: string;
  readonly account: Account | null;
  readonly binaries: PostgresBinaries;
  readonly password: string;
};

/** Makes the data directory unless it is there. It appears complete or not at all. */
export async function prepareCluster(cluster: Cluster): Promise<void> {
  const { dataDir } = cluster;
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) return createCluster(cluster);
  if (version.trim() === MAJOR) return;
  throw new Failure(
    `数据目录 ${dataDir} 由 PostgreSQL ${version.trim()} 建立,内置的是 ${MAJOR}。请先用原版本导出数据。`,
    `Data directory ${dataDir} was made by PostgreSQL ${version.trim()}; the embedded one is ${MAJOR}. Export the data with the old version first.`,
  );
}

async function createCluster(cluster: Cluster): Promise<void> {
  const { dataDir } = cluster;
  if (existsSync(dataDir)) throw notOurs(dataDir);
  const draft = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  await mkdir(dirname(dataDir), { recursive: true });
  try {
    await makeDraft(cluster, draft);
    await own(cluster, () => writeFile(passwordFile, cluster.password, { mode: 0o600 }), passwordFile);
    await initialise(cluster, draft, passwordFile, 'C.UTF-8').catch(async () => {
      // Some systems have no C.UTF-8; the database's own rules of text are built in and do not need it.
      await makeDraft(cluster, draft);
      await initialise(cluster, draft, passwordFile, 'C');
    });
    await rename(draft, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeDraft(cluster: Cluster, draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true });
  await own(cluster, () => mkdir(draft, { mode: 0o700 }), draft);
}

async function own({ account }: Cluster, make: () => Promise<unknown>, path: string): Promise<void> {
  await make();
  if (account) await chown(path, account.uid, account.gid);
}

async function initialise(
  { account, binaries }: Cluster,
  dataDir: string,
  passwordFile: string,
  locale: string,
): Promise<void> {
  const args = [
    '-D',
    dataDir,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
  ];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`);
  args.push('--no-sync', '--no-instructions');
  const become = becomeAccount(account, [dataDir, binaries.postgres, binaries.initdb]);
  const command = become.length > 0 ? [setprivPath as string, ...become, binaries.initdb] : [binaries.initdb];
  const [file, ...rest] = command as [string, ...string[]];
  const user = account && become.length === 0 ? { uid: account.uid, gid: account.gid } : {};
  await run(file, [...rest, ...args], { cwd: '/', env: postgresEnvironment(), ...user }).catch((cause) => {
    throw new Failure(
      `无法建立数据库目录 ${dataDir}:${lastLine(cause.stderr)}`,
      `Cannot create the database directory ${dataDir}: ${lastLine(cause.stderr)}`,
      { cause },
    );
  });
}

const lastLine = (text: unknown): string =>
  String(text ?? '')
    .trim()
    .split('\n')
    .at(-1) ?? '';

const notOurs = (dataDir: string): Failure =>
  new Failure(
    `目录 ${dataDir} 已存在但不是数据库目录。请移走它后重试。`,
    `Folder ${dataDir} exists but holds no database. Move it away and try again.`,
  );

/** Nothing of the caller's environment (PGDATA, PGPORT, LANG ...) reaches the server. */
export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});
