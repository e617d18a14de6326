import { memoryOf } from './processes.js';
import { table } from './samples.js';
import type { World } from './world.js';

/** Resident memory of each process: soon after the start, and after everything that was measured before. */
export async function memory(world: World): Promise<string> {
  const supervisor = await world.supervisor();
  const now = memoryOf(supervisor);
  const rows = Object.entries(world.memoryAtRest ?? {}).map(([part, atRest]) => [
    part,
    atRest.toFixed(0),
    now[part as keyof typeof now].toFixed(0),
  ]);
  return table([['MiB', 'after the start, at rest', 'after the measurements'], ...rows]);
}
