import { step } from '@duban/ops/progress';
import { killPart, PARTS } from '../kit/parts.js';
import { isReady } from '../start-up/started-platform.js';
import { table } from './samples.js';
import type { World } from './world.js';

/** How long each part is away after `kill -9`, while nothing else happens. */
export async function recovery(world: World): Promise<string> {
  const deployment = await world.deployment();
  const port = Number(new URL(deployment.url).port);
  const rows = [['kill -9 of', 'another process after, ms', 'everything ready after, ms']];
  for (const part of PARTS) {
    const { startedMs, readyMs } = await step('恢复', `recovery of ${part}`, async () =>
      killPart(await world.supervisor(), part, () => isReady(port)),
    );
    rows.push([part, startedMs.toFixed(0), readyMs.toFixed(0)]);
  }
  return table(rows);
}
