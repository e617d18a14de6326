import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, until } from '../start-up/started-platform.js';
import { Accounts } from './accounts.js';
import type { Deployment } from './deployment.js';
import { Person } from './person.js';

type Address = Pick<Deployment, 'url' | 'dataFolder' | 'localitiesFolder' | 'env'>;

/** An installation that several files of tests visit; each works in counties of its own. */
export type SharedDeployment = Address &
  Pick<Deployment, 'as'> & {
    /** The code of a county that nobody else has; a secluded one has a city and a province to itself. */
    takeCounty(where?: Where): string;
  };
type Where = 'shared city' | 'secluded';

/** What the keeper leaves to be read: where the installation is, or why there is none. */
export type Kept = { readonly keeper: number; readonly address?: Address; readonly failure?: string };

export const KEPT_FILE = 'deployment.json';

const keeper = new URL('keep-deployment.js', import.meta.url).pathname;

/**
 * One installation for all journeys of a test run: whoever asks first has it started, the others
 * wait. It ends with the run, however that ends. DUBAN_TEST_DEPLOYMENT names the folder of one
 * that is kept running while journeys are being written.
 */
export async function sharedDeployment(): Promise<SharedDeployment> {
  const folder = process.env.DUBAN_TEST_DEPLOYMENT ?? join(tmpdir(), `duban-run-${process.ppid}`);
  if (isLeftOver(folder)) rmSync(folder, { recursive: true, force: true });
  if (makeAlone(folder)) spawn(process.execPath, [keeper, folder], { stdio: 'ignore' }).unref();
  const { address, failure } = await until('the shared installation', () => findKept(folder), 240_000);
  if (!address) throw new Error(failure);
  const accounts = new Accounts(address.localitiesFolder, address.dataFolder);
  return {
    ...address,
    as: async (login) => new Person(address.url, login, await accounts.tokenOf(login)),
    takeCounty: (where = 'shared city') => takeCounty(folder, address.localitiesFolder, where),
  };
}

/** True for the one who made the folder. */
function makeAlone(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function findKept(folder: string): Kept | null {
  const file = join(folder, KEPT_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
}

/** Of an earlier run whose process number has come round again. */
function isLeftOver(folder: string): boolean {
  const kept = findKept(folder);
  return kept !== null && !isAlive(kept.keeper);
}

function takeCounty(folder: string, places: string, where: Where): string {
  const [name, first, step] = where === 'secluded' ? ['secluded', 911_001, 10_000] : ['county', 901_001, 1];
  for (let at = 1; existsSync(join(places, `test-${name}-${at}`)); at++) {
    const code = String(first + (at - 1) * step);
    if (makeAlone(join(folder, code))) return code;
  }
  throw new Error(`every county is taken (${where}); have more of them made`);
}
