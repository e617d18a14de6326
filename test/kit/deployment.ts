import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReady, repository, type Started, startPlatform, until } from '../start-up/started-platform.js';
import { Accounts } from './accounts.js';
import { type Installation, installationOf } from './installation.js';
import { Person } from './person.js';
import { makePlaces, type PlaceOptions } from './places.js';

/** A whole installation of its own: database, four services, gateway, as `npm start` starts them. */
export type Deployment = {
  readonly url: string;
  readonly dataFolder: string;
  readonly localitiesFolder: string;
  readonly started: Started;
  /** A person by login, e.g. `901001.deputy`, with a real token. */
  as(login: string): Promise<Person>;
  /** Every demonstration login of a locality, by its code. */
  loginsOf(code: string): readonly string[];
  /** What stands behind the gateway, for tests that go around it. */
  installation(): Promise<Installation>;
  /** Environment for the repository's commands (`import`, `audit:verify`, …) against this installation. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

export type DeployOptions = PlaceOptions & { readonly env?: Readonly<Record<string, string>> };

/** Starts an installation in a temporary folder and waits until it is ready. */
export async function deploy({ env = {}, ...places }: DeployOptions = {}): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-deployment-'));
  const localitiesFolder =
    env.DUBAN_LOCALITIES ??
    (places.counties || places.written ? makePlaces(folder, places) : join(repository, 'localities'));
  const port = await freePort();
  const dataFolder = join(folder, 'data');
  const told = {
    // What comes due is looked at before a test can wonder.
    DUBAN_TIMED_WORK_MS: '200',
    // Sums are recounted soon after they have changed.
    DUBAN_RECOUNT_SHARE: '0.1',
    ...env,
    DUBAN_DATA: dataFolder,
    DUBAN_LOCALITIES: localitiesFolder,
    PORT: String(port),
    DATABASE_URL: '',
  };
  const started = startPlatform(told);
  const ended = started.ended.then((code) => {
    throw new Error(`the installation ended (${code}):\n${started.output()}`);
  });
  ended.catch(() => undefined);
  const ready = until('the installation is ready', () => isReady(port), 180_000);
  await Promise.race([ready, ended]).catch((error) => {
    started.child.kill('SIGTERM');
    throw error;
  });
  const accounts = new Accounts(localitiesFolder, dataFolder);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    dataFolder,
    localitiesFolder,
    started,
    env: told,
    loginsOf: (code) => accounts.all.filter((one) => one.code === code).map(({ login }) => login),
    installation: () => installationOf(dataFolder, started),
    as: async (login) => new Person(url, login, await accounts.tokenOf(login)),
    stop: async () => {
      started.child.kill('SIGTERM');
      await started.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
