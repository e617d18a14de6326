import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gatewayEnvironment, spawnGateway } from './platform.js';

const folder = mkdtempSync(join(tmpdir(), 'duban-start-'));
const occupied = createServer();
let port: number;
beforeAll(async () => {
  occupied.listen(0, '127.0.0.1');
  await once(occupied, 'listening');
  ({ port } = occupied.address() as AddressInfo);
});
afterAll(() => {
  occupied.close();
  rmSync(folder, { recursive: true, force: true });
});

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { viewer: String }`;

function environment(): Record<string, string> {
  const services = { people: 'http://127.0.0.1:1' };
  const keys = `k1:${Buffer.alloc(32, 7).toString('base64url')}`;
  const started = { sdls: { people: SDL }, jwksUri: 'http://127.0.0.1:1/jwks' };
  return gatewayEnvironment(folder, started, services, keys, { issuer: 'http://issuer.test' }, {});
}

const broken = join(folder, 'broken.graphql');
writeFileSync(broken, 'type Query {');

const cases: readonly (readonly [string, () => Record<string, string>, RegExp])[] = [
  ['a taken port', () => ({ PORT: String(port) }), /端口 \d+ 已被占用 .*port \d+ on 127\.0\.0\.1 is taken/],
  [
    'no supergraph',
    () => ({ DUBAN_SUPERGRAPH: join(folder, 'nowhere.graphql') }),
    /cannot read the supergraph .*npm run schema/,
  ],
  ['a broken supergraph', () => ({ DUBAN_SUPERGRAPH: broken }), /the supergraph .* is broken: Syntax Error/],
  [
    'a service that nobody located',
    () => ({ DUBAN_SUBGRAPHS: 'units=http://127.0.0.1:1' }),
    /DUBAN_SUBGRAPHS .*people/,
  ],
  [
    'a service that nobody knows',
    () => ({ DUBAN_SUBGRAPHS: 'people=http://127.0.0.1:1,unit=http://127.0.0.1:2' }),
    /unknown services: unit\./,
  ],
  [
    'an address that is none',
    () => ({ DUBAN_SUBGRAPHS: 'people=localhost' }),
    /DUBAN_SUBGRAPHS: .*units=http/,
  ],
  ['a short key', () => ({ DUBAN_GATEWAY_KEYS: 'k1:abc' }), /DUBAN_GATEWAY_KEYS: .*32 bytes/],
  [
    'several mistakes at once',
    () => ({ OIDC_ISSUER: 'nowhere', PORT: '70000' }),
    /PORT: [\s\S]*OIDC_ISSUER: /,
  ],
];

describe('a gateway that cannot start', () => {
  test.each(cases)(
    'says so in a line: %s',
    async (_name, change, message) => {
      const gateway = spawnGateway({ ...environment(), ...change() });
      let said = '';
      gateway.stderr?.on('data', (chunk) => {
        said += chunk;
      });
      const [code] = await once(gateway, 'close');
      expect(said).toMatch(message);
      expect(said).not.toMatch(/\bat .*\.js:\d/);
      expect(code).toBe(1);
    },
    20_000,
  );
});
