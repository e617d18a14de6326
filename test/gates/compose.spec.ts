import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginRolesOf } from '@duban/kernel/provision';
import { childEnvironments } from '@duban/ops/child-environments';
import { SERVICES } from '@duban/ops/process-table';
import { passwordVariable } from '@duban/ops/role-passwords';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repository } from './planted-tree.js';

type Service = {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
};

const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const names = [...SERVICES.map(({ name }) => name), 'gateway'];
const roles = SERVICES.flatMap(loginRolesOf);
const started = childEnvironments({
  databaseUrl: 'postgres://admin:secret@127.0.0.1:5432/duban',
  secrets: { postgres: 'p', roles: Object.fromEntries(roles.map((role) => [role, role])), gatewayKeys: [] },
  ports: Object.fromEntries(SERVICES.map(({ name, port }) => [name, port])),
  gateway: { port: 4000, host: '127.0.0.1' },
});

describe('docker-compose.yml', () => {
  test('has every process that npm start starts, and no other but the database and the migration', () => {
    expect(Object.keys(compose.services).sort()).toEqual([...names, 'migrate', 'postgres'].sort());
    expect(Object.keys(started).sort()).toEqual([...names].sort());
  });

  test.each(names)('tells %s the same things by the same names', (name) => {
    const told = Object.keys(compose.services[name]?.environment ?? {}).sort();
    expect(told).toEqual(Object.keys(started[name] ?? {}).sort());
  });

  test.each(SERVICES)('gives $name its own database roles and port', ({ name, port, consumes = [] }) => {
    const { environment, command } = compose.services[name] as Service;
    expect(environment.DUBAN_PORT).toBe(String(port));
    expect(environment.DATABASE_URL).toContain(
      `//duban_${name}_app:\${DUBAN_${name.toUpperCase()}_APP_PASSWORD}@`,
    );
    if (consumes.length > 0) expect(environment.DUBAN_RELAY_URL).toContain(`//duban_${name}_relay:`);
    expect(command.at(-1)).toBe(`services/${name}/dist/src/main.js`);
  });

  test('asks the environment for every secret and holds none', () => {
    const asked = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
    const needed = ['POSTGRES_PASSWORD', 'DUBAN_GATEWAY_KEYS', ...roles.map(passwordVariable)];
    expect(needed.filter((name) => !asked.has(name))).toEqual([]);
    expect(Object.keys(compose.services.migrate?.environment ?? {})).toEqual(
      expect.arrayContaining(roles.map(passwordVariable)),
    );
  });

  test('checks the health of all, and starts nothing before what it needs', () => {
    for (const name of [...names, 'postgres'])
      expect(compose.services[name]?.healthcheck?.test).toBeDefined();
    for (const { name } of SERVICES) {
      expect(compose.services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
      expect(compose.services.gateway?.depends_on?.[name]?.condition).toBe('service_healthy');
    }
  });

  test('lets only the gateway be reached from outside', () => {
    const open = Object.entries(compose.services).filter(
      ([, service]) => service.ports ?? service.networks.includes('outside'),
    );
    expect(open.map(([name]) => name)).toEqual(['gateway']);
  });
});

describe('Dockerfile', () => {
  test('installs every workspace that there is', () => {
    const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'));
    const workspaces = Object.values(lock.packages as Record<string, { link?: boolean; resolved?: string }>)
      .filter(({ link }) => link)
      .map(({ resolved }) => `COPY ${resolved}/package.json ${resolved}/`);
    const dockerfile = readFileSync(join(repository, 'Dockerfile'), 'utf8');
    expect(workspaces.filter((line) => !dockerfile.includes(line))).toEqual([]);
  });

  test('runs as an ordinary user', () => {
    expect(readFileSync(join(repository, 'Dockerfile'), 'utf8')).toMatch(/^USER node$/m);
  });
});
