import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '@duban/ops/progress';
import pg from 'pg';
import { type Deployment, deploy } from '../kit/deployment.js';
import { repository, until } from '../start-up/started-platform.js';
import { memoryOf, type PerPart, peakMemoryOf } from './processes.js';
import { recountsAtNight, recountsByDay } from './recounts.js';

/** What a county's ledger cost to bring in. */
export type Import = {
  readonly code: string;
  readonly rows: number;
  readonly cases: number;
  readonly events: number;
  readonly seconds: number;
  readonly peakMib: number;
  /** From the end of the import until every event was in the facts. */
  readonly foldSeconds: number;
};

export const YEAR = 2024;
/** Cases of each county's ledger: the first comes to a little over 10,000 rows. */
const LEDGERS = { 901001: 6_400, 901002: 1_500 };
export const COUNTY = '901001';
export const OTHER_COUNTY = '901002';

/** The installation that measurements share: a city and a province with two counties, whose ledgers are imported. */
export class World {
  #deployment: Promise<Deployment> | null = null;
  #loaded: Promise<readonly Import[]> | null = null;
  #admin: Promise<pg.Client> | null = null;
  memoryAtRest: PerPart | null = null;
  #recounts = recountsByDay();

  /** Before the installation is there. */
  recountAsAtNight(): void {
    if (this.#deployment) throw new Error('the installation runs, by day');
    this.#recounts = recountsAtNight();
  }

  deployment(): Promise<Deployment> {
    this.#deployment ??= step('部署', 'an installation of its own', async () => {
      const deployment = await deploy({ counties: Object.keys(LEDGERS).length, env: this.#recounts });
      await sleep(3_000);
      this.memoryAtRest = memoryOf(deployment.started.child.pid as number);
      return deployment;
    });
    return this.#deployment;
  }

  async supervisor(): Promise<number> {
    return (await this.deployment()).started.child.pid as number;
  }

  /** A superuser's connection to the installation's database. */
  admin(): Promise<pg.Client> {
    this.#admin ??= this.#databaseUrl().then((url) => this.#connect(url));
    return this.#admin;
  }

  /** One more superuser's connection, for whoever ends it. */
  async connection(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: await this.#databaseUrl() });
    await client.connect();
    return client;
  }

  #databaseUrl = async (): Promise<string> => (await (await this.deployment()).installation()).databaseUrl;

  async #connect(url: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    // The server may be killed by what is measured: the next who asks gets another connection.
    client.on('error', () => (this.#admin = null));
    await client.connect();
    return client;
  }

  loaded(): Promise<readonly Import[]> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  async #load(): Promise<readonly Import[]> {
    const imports: Import[] = [];
    for (const [code, cases] of Object.entries(LEDGERS)) {
      imports.push(await step('台账', `ledger of ${code}, ${cases} cases`, () => this.#import(code, cases)));
    }
    // Planner statistics as the server would have made them by itself a minute later.
    await (await this.admin()).query('ANALYZE');
    return imports;
  }

  async #import(code: string, cases: number): Promise<Import> {
    const { dataFolder, env } = await this.deployment();
    const file = `${dataFolder}/${code}.csv`;
    const place = ['--locality', code, '--year', String(YEAR)];
    await command('ledger/generate.js', [...place, '--cases', String(cases), '--out', file], env);
    const begun = performance.now();
    const { output, peakMib } = await command('ledger/import.js', [...place, file], env);
    const ended = performance.now();
    await until('the facts are complete', () => this.#folded(Number(code)), 600_000);
    const foldSeconds = (performance.now() - ended) / 1000;
    const [, rows, , events] = /(\d+) rows read: (\d+) cases and (\d+) events/.exec(output) ?? [];
    const seconds = (ended - begun) / 1000;
    return { code, rows: Number(rows), cases, events: Number(events), seconds, peakMib, foldSeconds };
  }

  async #folded(tenant: number): Promise<boolean> {
    const { rows } = await (await this.admin()).query(
      `SELECT 1 FROM proposals.event_head h JOIN evaluation.consumer_cursor c USING (tenant_id)
       WHERE h.tenant_id = $1 AND c.source = 'proposals' AND c.position = h.position`,
      [tenant],
    );
    return rows.length > 0;
  }

  async stop(): Promise<void> {
    await (await this.#admin)?.end();
    await (await this.#deployment)?.stop();
  }
}

/** Runs one of the repository's commands and watches its memory. */
async function command(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly output: string; readonly peakMib: number }> {
  const child = spawn(process.execPath, [`ops/dist/${script}`, ...args], {
    cwd: repository,
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let peakMib = 0;
  const watch = setInterval(() => (peakMib = Math.max(peakMib, peakMemoryOf(child.pid as number))), 50);
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output}`);
  return { output, peakMib };
}
