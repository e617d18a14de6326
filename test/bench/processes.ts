import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PARTS, type Part, processesOf } from '../kit/parts.js';
import { childrenOf } from '../start-up/started-platform.js';

export type PerPart = Readonly<Record<Part, number>>;

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Processor time of each part since it was started, in milliseconds; PostgreSQL with all its processes. */
export function cpuOf(supervisor: number): PerPart {
  const pids = processesOf(supervisor);
  return perPart((part) => {
    const pid = pids[part] ?? 0;
    if (part !== 'postgres') return ticksOf(pid).own * TICK_MS;
    return cpuOfServer(pid);
  });
}

/** Processor time of a PostgreSQL server with all its processes, in milliseconds. */
export function cpuOfServer(pid: number): number {
  const { own, reaped } = ticksOf(pid);
  const backends = childrenOf(pid).map((child) => ticksOf(child.pid).own);
  return [own, reaped, ...backends].reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** Processor time of one process, in milliseconds. */
export const ownCpuOf = (pid: number): number => ticksOf(pid).own * TICK_MS;

/** Memory of each part in MiB: resident; of PostgreSQL, whose processes share much, its proportional part. */
export function memoryOf(supervisor: number): PerPart {
  const pids = processesOf(supervisor);
  return perPart((part) => {
    const pid = pids[part] ?? 0;
    if (part !== 'postgres') return kibOf(`/proc/${pid}/status`, 'VmRSS') / 1024;
    const all = [pid, ...childrenOf(pid).map((child) => child.pid)];
    return all.reduce((sum, one) => sum + kibOf(`/proc/${one}/smaps_rollup`, 'Pss'), 0) / 1024;
  });
}

/** The most memory a process has had so far, in MiB; 0 once it is gone. */
export const peakMemoryOf = (pid: number): number => kibOf(`/proc/${pid}/status`, 'VmHWM') / 1024;

/** Processor time that `count` runs of something cost each part, in milliseconds a run, without what the parts use anyway. */
export async function cpuOfRuns(
  supervisor: number,
  count: number,
  run: () => Promise<unknown>,
): Promise<PerPart> {
  const idle = await cpuDuring(supervisor, () => sleep(4_000));
  const busy = await cpuDuring(supervisor, async () => {
    for (let n = 0; n < count; n++) await run();
  });
  return perPart((part) => Math.max(0, (busy.cpu[part] - (idle.cpu[part] / idle.ms) * busy.ms) / count));
}

async function cpuDuring(
  supervisor: number,
  work: () => Promise<unknown>,
): Promise<{ readonly cpu: PerPart; readonly ms: number }> {
  const [begun, before] = [performance.now(), cpuOf(supervisor)];
  await work();
  const after = cpuOf(supervisor);
  return { cpu: perPart((part) => after[part] - before[part]), ms: performance.now() - begun };
}

const perPart = (of: (part: Part) => number): PerPart =>
  Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, number>;

/** utime + stime, and the same of children that have ended. */
function ticksOf(pid: number): { readonly own: number; readonly reaped: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [own = 0, system = 0, reaped = 0, reapedSystem = 0] = fields.slice(11, 15);
    return { own: own + system, reaped: reaped + reapedSystem };
  } catch {
    return { own: 0, reaped: 0 };
  }
}

function kibOf(file: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
