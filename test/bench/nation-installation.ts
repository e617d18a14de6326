import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NationPlace } from '@duban/evaluation/nation';
import { urlOfRole } from '@duban/kernel/provision';
import { runMigrations } from '@duban/ops/migration-child';
import { type RunningPostgres, startPostgres } from '@duban/ops/postgres';
import type { Secrets } from '@duban/ops/secrets';
import { Accounts } from '../kit/accounts.js';
import { freePort } from '../kit/deployment.js';
import { Person } from '../kit/person.js';
import { type Started, startPlatform, until } from '../start-up/started-platform.js';
import { writeNation } from './nation-folders.js';
import { recountsByDay } from './recounts.js';

const ATTEMPTS = 5;

/** An installation with a folder for every place of the country; its data stay. Either all of it runs, or its database alone. */
export class NationInstallation {
  readonly data: string;
  private readonly localities: string;
  private postgres: RunningPostgres | null = null;
  private platform: Started | null = null;
  private port = 0;

  constructor(folder: string, places: readonly NationPlace[]) {
    this.data = join(folder, 'data');
    this.localities = writeNation(folder, places);
  }

  /** The first start reads, proves and stores every locality; later ones find that it has been done. */
  async register(): Promise<number | null> {
    const done = join(this.data, 'registered');
    if (existsSync(done)) return null;
    const begun = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        await this.start();
        break;
      } catch (error) {
        // Beside other work the gateway may give up before so many localities are stored: what is stored stays.
        if (attempt === ATTEMPTS) throw error;
      }
    }
    await this.stop();
    writeFileSync(done, '');
    return (performance.now() - begun) / 1000;
  }

  /** Everything, as `npm start`; gives the seconds it took. */
  async start(): Promise<number> {
    this.port = await freePort();
    const env = {
      DUBAN_DATA: this.data,
      DUBAN_LOCALITIES: this.localities,
      PORT: String(this.port),
      DATABASE_URL: '',
      ...recountsByDay(),
    };
    const started = startPlatform(env);
    this.platform = started;
    const ended = started.ended.then((code) => {
      throw new Error(`the installation ended (${code}):\n${started.output()}`);
    });
    ended.catch(() => undefined);
    const ready = until('ready', () => started.output().includes('Duban is ready'), 3_600_000);
    await Promise.race([ready, ended]);
    return Number(/Duban is ready.*?([\d.]+) s/.exec(started.output())?.[1]);
  }

  /** The database alone, with the tables as they are today. */
  async open(): Promise<RunningPostgres> {
    const dataDir = join(this.data, 'postgres');
    this.postgres = await startPostgres({ dataDir, password: this.secrets.postgres });
    await runMigrations(this.postgres.adminUrl, this.secrets);
    return this.postgres;
  }

  private get secrets(): Secrets {
    return JSON.parse(readFileSync(join(this.data, 'secrets.json'), 'utf8')) as Secrets;
  }

  /** Process that all others are children of, while everything runs. */
  get supervisor(): number {
    return this.platform?.child.pid as number;
  }

  get adminUrl(): string {
    const port = this.postgres?.port ?? Number(readFileSync(join(this.data, 'postgres.port'), 'utf8'));
    return `postgres://postgres:${encodeURIComponent(this.secrets.postgres)}@127.0.0.1:${port}/duban`;
  }

  urlOf(role: string): string {
    return urlOfRole(this.adminUrl, role, this.secrets.roles[role] ?? '');
  }

  /** The place's analyst, at the gateway. */
  async analystOf({ number }: NationPlace): Promise<Person> {
    const login = `${number}.upper-tenant-analyst`;
    const token = await new Accounts(this.localities, this.data).tokenOf(login);
    return new Person(`http://127.0.0.1:${this.port}`, login, token);
  }

  async stop(): Promise<void> {
    this.platform?.child.kill('SIGTERM');
    await this.platform?.ended;
    this.platform = null;
    await this.postgres?.stop();
    this.postgres = null;
  }
}
