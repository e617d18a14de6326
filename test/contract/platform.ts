import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type GatewayKey, parseGatewayKeys } from '@duban/kernel/edge';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import type { FakeCommand } from './fake/services.js';
import { createIssuer, type Issuer } from './issuer.js';

type Seen = { readonly identityCalls: number; readonly keyFetches: number };
type Started = {
  readonly ports: Record<string, number>;
  readonly jwksUri: string;
  readonly sdls: Record<string, string>;
};

/** A real gateway process over three small services, for what must hold whatever the services are. */
export type Platform = {
  readonly baseUrl: string;
  readonly issuer: Issuer;
  readonly keys: readonly GatewayKey[];
  /** Addresses of the services by name. */
  readonly services: Readonly<Record<string, string>>;
  readonly gateway: ChildProcess;
  token(login: string): Promise<string>;
  tell(command: FakeCommand): Promise<Seen>;
  publishKeys(): Promise<void>;
  stop(): Promise<void>;
};

export type PlatformOptions = { readonly production?: boolean; readonly identitySeconds?: number };

const dist = new URL('..', import.meta.url).pathname;
const gatewayMain = new URL('../../../gateway/dist/main.js', import.meta.url).pathname;

export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const keysText = `k1:${randomBytes(32).toString('base64url')}`;
  const fake = fork(join(dist, 'contract/fake/services.js'), {
    env: { ...process.env, NODE_OPTIONS: '', DUBAN_GATEWAY_KEYS: keysText },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [started] = (await once(fake, 'message')) as [Started];
  const issuer = await createIssuer();
  const tell = teller(fake);
  const publishKeys = async () => void (await tell({ do: 'keys', keys: issuer.publicKeys() }));
  await publishKeys();
  const services = Object.fromEntries(
    Object.entries(started.ports).map(([name, port]) => [name, `http://127.0.0.1:${port}`]),
  );
  const folder = mkdtempSync(join(tmpdir(), 'duban-contract-'));
  const env = gatewayEnvironment(folder, started, services, keysText, issuer, options);
  const gateway = spawnGateway(env);
  const port = await listeningPort(gateway);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    issuer,
    keys: parseGatewayKeys(keysText),
    services,
    gateway,
    token: (login) => issuer.mint(login),
    tell,
    publishKeys,
    stop: async () => {
      await Promise.all([ended(gateway, 'SIGTERM'), ended(fake, 'SIGKILL')]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the gateway as its own process; what it says is on its streams. */
export function spawnGateway(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [gatewayMain], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function gatewayEnvironment(
  folder: string,
  { sdls, jwksUri }: Pick<Started, 'sdls' | 'jwksUri'>,
  services: Record<string, string>,
  keysText: string,
  { issuer }: Pick<Issuer, 'issuer'>,
  { production = false, identitySeconds }: PlatformOptions,
): Record<string, string> {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, compose(sdls));
  return {
    PORT: '0',
    DUBAN_SUPERGRAPH: file,
    DUBAN_SUBGRAPHS: Object.entries(services)
      .map(([name, url]) => `${name}=${url}`)
      .join(','),
    DUBAN_GATEWAY_KEYS: keysText,
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URI: jwksUri,
    NODE_ENV: production ? 'production' : 'development',
    ...(identitySeconds !== undefined && { DUBAN_IDENTITY_SECONDS: String(identitySeconds) }),
  };
}

function compose(sdls: Record<string, string>): string {
  const result = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://${name}.invalid/graphql`,
    })),
  );
  if (!result.supergraphSdl) throw new Error(result.errors?.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

function teller(child: ChildProcess): (command: FakeCommand) => Promise<Seen> {
  const waiting = new Map<number, (seen: Seen) => void>();
  let last = 0;
  child.on('message', ({ id, result }: { id: number; result: Seen }) => waiting.get(id)?.(result));
  return (command) => {
    last += 1;
    const id = last;
    child.send({ id, command });
    return new Promise((resolve) => waiting.set(id, resolve));
  };
}

/** The port a starting gateway says it listens on; fails with what it said when it ends instead. */
async function listeningPort(gateway: ChildProcess): Promise<number> {
  const said: string[] = [];
  gateway.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const lines = createInterface({ input: gateway.stdout as NonNullable<ChildProcess['stdout']> });
  return new Promise((resolve, reject) => {
    gateway.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: ${said.join('')}`)));
    lines.on('line', (line) => {
      const { port, msg } = JSON.parse(line) as { port?: number; msg?: string };
      if (msg === 'listening' && port) resolve(port);
      else if (process.env.DUBAN_TEST_VERBOSE) process.stderr.write(`${line}\n`);
    });
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
