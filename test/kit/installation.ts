import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GatewayKey, parseGatewayKeys } from '@duban/kernel/edge';
import { childrenOf, type Started, until } from '../start-up/started-platform.js';

/** What only the operator of an installation knows: for tests that look behind the gateway. */
export type Installation = {
  /** A superuser's URL of its database: sees every locality. */
  readonly databaseUrl: string;
  /** The keys that the gateway signs its requests with. */
  readonly gatewayKeys: readonly GatewayKey[];
  /** Address of each subgraph, by name. */
  readonly services: Readonly<Record<string, string>>;
};

/** Reads it off the data folder and the running processes of an installation that `deploy` started. */
export async function installationOf(dataFolder: string, started: Started): Promise<Installation> {
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as {
    postgres: string;
    gatewayKeys: readonly { id: string; key: string }[];
  };
  const port = readFileSync(join(dataFolder, 'postgres.port'), 'utf8').trim();
  return {
    databaseUrl: `postgres://postgres:${encodeURIComponent(secrets.postgres)}@127.0.0.1:${port}/duban`,
    gatewayKeys: parseGatewayKeys(secrets.gatewayKeys.map(({ id, key }) => `${id}:${key}`).join(',')),
    services: await until('every service runs', () => addressesOf(started.child.pid as number)),
  };
}

const SERVICES = ['units', 'people', 'proposals', 'evaluation'];

/** Each service is told its port in its environment; null while one is being started again. */
function addressesOf(supervisor: number): Record<string, string> | null {
  const children = childrenOf(supervisor);
  const found = SERVICES.flatMap((name) => {
    const child = children.find(({ command }) => command.includes(`/services/${name}/dist/src/main.js`));
    const port = child && portIn(`/proc/${child.pid}/environ`);
    return port ? [[name, `http://127.0.0.1:${port}`] as const] : [];
  });
  return found.length === SERVICES.length ? Object.fromEntries(found) : null;
}

function portIn(environment: string): string | undefined {
  try {
    return /(?:^|\0)DUBAN_PORT=(\d+)/.exec(readFileSync(environment, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
