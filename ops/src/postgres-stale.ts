import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Deals with what a killed predecessor left in the data directory: a server that is still leaving
 * is waited for and then told to; a lock file whose process is gone, or is now another program, goes.
 */
export async function clearStalePostgres(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === null) return;
  for (const [signal, patience] of [
    [null, 3_000],
    ['SIGINT', 5_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (signal && isServerOf(pid, dataDir)) process.kill(pid, signal);
    for (let waited = 0; waited < patience && isServerOf(pid, dataDir); waited += 50) await sleep(50);
  }
  if (!isServerOf(pid, dataDir) && readPid(file) === pid) rmSync(file, { force: true });
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** True when the process lives and is a PostgreSQL working in this data directory. */
function isServerOf(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return commandOf(pid).includes(dataDir) || workingDirectoryOf(pid) === dataDir;
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function workingDirectoryOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
