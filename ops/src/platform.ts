import { join } from 'node:path';
import { checkAdminDatabase } from './admin-database.js';
import { build } from './build.js';
import { childEnvironments } from './child-environments.js';
import { issuerFor, keepIssuer } from './issuer.js';
import { type Kept, keepRunning } from './keep-running.js';
import { runMigrations } from './migration-child.js';
import { type SignsOfLife, startNodeChild } from './node-child.js';
import { dataFolder } from './paths.js';
import { assertGatewayPortFree, keepPostgresPort, keptPostgresPort, servicePorts } from './ports.js';
import { startPostgres } from './postgres.js';
import { gatewayEntryPoint, SERVICES, serviceEntryPoint } from './process-table.js';
import { step } from './progress.js';
import { loadSecrets, makeSigningKeys, type Secrets } from './secrets.js';

export type Running = { readonly gateway: string; readonly subgraphs: Readonly<Record<string, string>> };

/** All processes of one installation: started in order, kept running, stopped from the outside in. */
export class Platform {
  #database: Kept | null = null;
  #services: Kept[] = [];
  #gateway: Kept | null = null;
  readonly #stopping = new AbortController();

  constructor(private readonly tell: (text: string) => void) {}

  /** What ends because it was told to is no news. */
  private readonly note = (text: string): void => {
    if (!this.#stopping.signal.aborted) this.tell(text);
  };

  async start(port: number): Promise<Running> {
    const host = process.env.DUBAN_HOST ?? '127.0.0.1';
    await assertGatewayPortFree(port, host);
    const secrets = loadSecrets();
    await step('密钥', 'secrets and signing keys', makeSigningKeys);
    const database = this.#openDatabase(secrets);
    database.catch(() => undefined);
    await step('编译', 'what has changed', build);
    const kind = process.env.DATABASE_URL ? 'PostgreSQL of DATABASE_URL' : 'PostgreSQL 18, embedded';
    const adminUrl = await step('数据库', kind, () => database);
    const databaseUrl = await step('迁移', 'roles, schemas, migrations', () =>
      runMigrations(adminUrl, secrets),
    );
    const ports = await servicePorts(port);
    keepIssuer(issuerFor(port));
    const env = childEnvironments({ databaseUrl, secrets, ports, gateway: { port, host } });
    await step('服务', `${SERVICES.map(({ name }) => name).join(', ')}, gateway`, () =>
      this.#startProcesses(env, ports, port),
    );
    const subgraphs = Object.entries(ports).map(([name, at]) => [name, `http://127.0.0.1:${at}`]);
    return { gateway: `http://localhost:${port}`, subgraphs: Object.fromEntries(subgraphs) };
  }

  /** Gateway first, so that what it has begun can still be answered; the database last. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#gateway?.stop();
    await Promise.all(this.#services.map((service) => service.stop()));
    await this.#database?.stop();
  }

  /** While the code is being compiled. */
  async #openDatabase(secrets: Secrets): Promise<string> {
    const given = process.env.DATABASE_URL;
    if (!given) return this.#startEmbedded(secrets);
    await checkAdminDatabase(given);
    return given;
  }

  async #startEmbedded(secrets: Secrets): Promise<string> {
    let url = '';
    let port = keptPostgresPort();
    const start = async () => {
      const fixedPort = url !== '';
      const dataDir = join(dataFolder, 'postgres');
      const logFile = join(dataFolder, 'logs', 'postgres.log');
      const postgres = await startPostgres({ dataDir, port, fixedPort, password: secrets.postgres, logFile });
      keepPostgresPort(postgres.port);
      port = postgres.port;
      url = postgres.adminUrl;
      return postgres;
    };
    this.#database = await keepRunning({ name: 'postgres', start, note: this.note });
    return url;
  }

  async #startProcesses(
    env: Readonly<Record<string, Record<string, string>>>,
    ports: Readonly<Record<string, number>>,
    gatewayPort: number,
  ): Promise<void> {
    const stopping = this.#stopping.signal;
    const signs: SignsOfLife = { last: Date.now() };
    const keep = (name: string, entryPoint: string, port: number) =>
      keepRunning({
        name,
        note: this.note,
        start: () =>
          startNodeChild({ name, entryPoint, port, env: env[name] ?? {}, note: this.note, stopping, signs }),
      }).then((kept) => this.#keepOrStop(kept));
    const gateway = keep('gateway', gatewayEntryPoint, gatewayPort).then((kept) => {
      this.#gateway = kept;
    });
    const services = SERVICES.map(({ name }) =>
      keep(name, serviceEntryPoint(name), ports[name] ?? 0).then((kept) => this.#services.push(kept)),
    );
    await Promise.all([gateway, ...services]);
  }

  /** One that becomes ready while everything is already being stopped is stopped too. */
  async #keepOrStop(kept: Kept): Promise<Kept> {
    if (this.#stopping.signal.aborted) await kept.stop();
    return kept;
  }
}
