import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GatewayKey, parseGatewayKeys } from '@duban/kernel/edge';
import { childrenOf, type Started } from '../start-up/started-platform.js';

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
export function installationOf(dataFolder: string, started: Started): Installation {
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as {
    postgres: string;
    gatewayKeys: readonly { id: string; key: string }[];
  };
  const port = readFileSync(join(dataFolder, 'postgres.port'), 'utf8').trim();
  return {
    databaseUrl: `postgres://postgres:${encodeURIComponent(secrets.postgres)}@127.0.0.1:${port}/duban`,
    gatewayKeys: parseGatewayKeys(secrets.gatewayKeys.map(({ id, key }) => `${id}:${key}`).join(',')),
    services: addressesOf(started.child.pid as number),
  };
}

/** Each service is told its port in its environment. */
function addressesOf(supervisor: number): Record<string, string> {
  const services = childrenOf(supervisor).flatMap(({ pid, command }) => {
    const name = /\/services\/(\w+)\/dist\/src\/main\.js/.exec(command)?.[1];
    const port = /(?:^|\0)DUBAN_PORT=(\d+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1];
    return name && port ? [[name, `http://127.0.0.1:${port}`] as const] : [];
  });
  return Object.fromEntries(services);
}
