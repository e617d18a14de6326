import { openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.js';
import { dataFolder } from './paths.js';

const file = join(dataFolder, 'start.lock');

/** One start per folder: a second one would stop the first one's database. */
export function takeInstanceLock(port: number): void {
  const holder = readHolder();
  if (holder && isStart(holder.pid)) throw alreadyRunning(holder);
  rmSync(file, { force: true });
  try {
    writeSync(openSync(file, 'wx', 0o600), JSON.stringify({ pid: process.pid, port }));
  } catch {
    throw alreadyRunning(readHolder() ?? { pid: 0, port });
  }
}

export function releaseInstanceLock(): void {
  if (readHolder()?.pid === process.pid) rmSync(file, { force: true });
}

type Holder = { readonly pid: number; readonly port: number };

function readHolder(): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** The process lives, and is a start of Duban rather than whoever got its number later. */
function isStart(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return /start\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

const alreadyRunning = ({ pid, port }: Holder): Failure =>
  new Failure(
    `本目录的督办平台已在运行(进程 ${pid},端口 ${port})。请先停止它,或在另一目录用另一个 PORT 启动。`,
    `Duban is already running from this folder (process ${pid}, port ${port}). Stop it first, or start from another folder with another PORT.`,
  );
