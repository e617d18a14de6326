import { urlOfRole } from '@duban/kernel/provision';
import { roleName } from '@duban/kernel/role-name';
import { issuerFor } from './issuer.js';
import { dataFolder, localitiesFolder, schemaFolder } from './paths.js';
import { SERVICES } from './process-table.js';
import { gatewayKeysText, type Secrets } from './secrets.js';

export type Installation = {
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<string, number>>;
  readonly gateway: { readonly port: number; readonly host: string };
};

export type Environments = Readonly<Record<string, Record<string, string>>>;

/** What each process is told, by its name. The same names stand in docker-compose.yml. */
export function childEnvironments(installation: Installation): Environments {
  const services = SERVICES.map(({ name }) => [name, serviceEnvironment(installation, name)]);
  return { ...Object.fromEntries(services), gateway: gatewayEnvironment(installation) };
}

function serviceEnvironment(installation: Installation, name: string): Record<string, string> {
  const { secrets, ports } = installation;
  const consumes = SERVICES.find((service) => service.name === name)?.consumes ?? [];
  const url = (role: string) => urlOfRole(installation.databaseUrl, role, secrets.roles[role] ?? '');
  return {
    ...common(installation),
    DUBAN_PORT: String(ports[name]),
    DUBAN_HOST: '127.0.0.1',
    DATABASE_URL: url(roleName(name, 'app')),
    ...(consumes.length > 0 ? { DUBAN_RELAY_URL: url(roleName(name, 'relay')) } : {}),
  };
}

function gatewayEnvironment(installation: Installation): Record<string, string> {
  const { ports, gateway } = installation;
  return {
    ...common(installation),
    DUBAN_PORT: String(gateway.port),
    PORT: String(gateway.port),
    DUBAN_HOST: gateway.host,
    DUBAN_SUPERGRAPH: `${schemaFolder}/supergraph.graphql`,
    DUBAN_SUBGRAPHS: SERVICES.map(({ name }) => `${name}=http://127.0.0.1:${ports[name]}`).join(','),
  };
}

function common({ secrets, gateway, ports }: Installation): Record<string, string> {
  const { publicUrl, issuer, audience } = issuerFor(gateway.port);
  return {
    DUBAN_GATEWAY_KEYS: gatewayKeysText(secrets),
    DUBAN_LOCALITIES: localitiesFolder,
    DUBAN_DATA: dataFolder,
    NODE_ENV: process.env.NODE_ENV ?? 'development',
    ...sometimesTold(),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URI: process.env.OIDC_JWKS_URI ?? `http://127.0.0.1:${ports.people}/oidc/jwks`,
  };
}

const SOMETIMES_TOLD = [
  'DUBAN_CLOCK_FILE',
  'DUBAN_TIMED_WORK_MS',
  'DUBAN_RECOUNT_SHARE',
  'DUBAN_RECOUNT_HOURS',
];

/** What is set for simulations, tests and measurements, or where the night is another. */
const sometimesTold = (): Record<string, string> =>
  Object.fromEntries(
    SOMETIMES_TOLD.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
