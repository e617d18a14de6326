import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CAREFUL } from './careful-process.js';
import { deploy } from './deployment.js';
import { EXACTING, THOROUGH } from './exacting-process.js';
import { SIGNED_ALONE, STRICT } from './own-processes.js';
import { PURSUING } from './pursuing-process.js';
import { REVIEWED } from './reviewed-process.js';
import { KEPT_FILE, type Kept } from './shared-deployment.js';
import { SUPERVISED } from './supervised-process.js';

/*
 * Keeps the installation that the journeys of one test run share: starts it, says where it is in
 * the folder it was given, and takes it down as soon as the process that asked for it is gone.
 */

const [folder = ''] = process.argv.slice(2);
const parent = process.ppid;

/** Counties enough for every journey; an identity is not believed for long, so that access is seen to end; sums are recounted often. */
const env = { DUBAN_IDENTITY_SECONDS: '1', DUBAN_RECOUNT_SHARE: '0.2' };
const wanted = {
  counties: 26,
  secluded: 7,
  redrawn: true,
  processes: [SIGNED_ALONE, STRICT, REVIEWED, CAREFUL, EXACTING, THOROUGH, PURSUING, SUPERVISED],
  env,
};

function tell(kept: Omit<Kept, 'keeper'>): void {
  const file = join(folder, KEPT_FILE);
  writeFileSync(`${file}.new`, JSON.stringify({ keeper: process.pid, ...kept }));
  renameSync(`${file}.new`, file);
}

async function untilAlone(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  while (process.ppid === parent) await sleep(250);
}

try {
  const { url, dataFolder, localitiesFolder, env: told, stop } = await deploy(wanted);
  tell({ address: { url, dataFolder, localitiesFolder, env: told } });
  await untilAlone();
  await stop();
} catch (error) {
  tell({ failure: String(error) });
  await untilAlone();
}
rmSync(folder, { recursive: true, force: true });
