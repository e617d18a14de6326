import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type GatewayKey,
  IDENTITY_HEADER,
  SIGNATURE_HEADER,
  type SignedRequest,
  signRequest,
} from '@duban/kernel/edge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import type { Installation } from '../kit/installation.js';
import { viewerOf } from './stage.js';

let deployment: Deployment;
let installation: Installation;
let identity: string;

const identityOf = async (login: string): Promise<string> => {
  const viewer = await viewerOf(installation, await deployment.as(login));
  return Buffer.from(JSON.stringify({ ...viewer, requestId: 'r' })).toString('base64url');
};

beforeAll(async () => {
  deployment = await deploy();
  installation = await deployment.installation();
  identity = await identityOf('430400.deputy-affairs-officer');
});
afterAll(() => deployment?.stop(), 60_000);

const BODY = JSON.stringify({ query: '{ __typename }' });
const MINUTE = 60_000;

type Sent = {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers: Record<string, string>;
};

/** A request that would be answered, which each forgery changes in one place. */
function sign(
  service: string,
  change: Partial<SignedRequest> = {},
  keys: readonly GatewayKey[] = installation.gatewayKeys,
  now?: number,
): Sent {
  const request = { service, method: 'POST', path: '/graphql', identity, body: BODY, ...change };
  const signature = signRequest(keys, request, now);
  return {
    headers: {
      'content-type': 'application/json',
      [IDENTITY_HEADER]: identity,
      [SIGNATURE_HEADER]: signature,
    },
  };
}

async function send(service: string, { path = '/graphql', method = 'POST', body = BODY, headers }: Sent) {
  const url = `${installation.services[service]}${path}`;
  const answer = await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
  const text = await answer.text();
  return { status: answer.status, text, data: (JSON.parse(text) as { data?: unknown }).data };
}

const without = (sent: Sent, name: string): Sent => {
  const { [name]: _gone, ...headers } = sent.headers;
  return { ...sent, headers };
};

const withHeader = (sent: Sent, name: string, value: string): Sent => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
});

type Parts = [key: string, time: string, nonce: string, code: string];

function resigned(service: string, change: (parts: Parts) => readonly string[]): Sent {
  const sent = sign(service);
  const parts = (sent.headers[SIGNATURE_HEADER] as string).split(';') as Parts;
  return withHeader(sent, SIGNATURE_HEADER, change(parts).join(';'));
}

const secret = () => randomBytes(32);
const elsewhere = (service: string) => (service === 'units' ? 'people' : 'units');

const FORGERIES: Readonly<Record<string, (service: string) => Sent | Promise<Sent>>> = {
  'no signature': (service) => without(sign(service), SIGNATURE_HEADER),
  'no headers at all': () => ({ headers: { 'content-type': 'application/json' } }),
  'an empty signature': (service) => withHeader(sign(service), SIGNATURE_HEADER, ''),
  'words instead of a signature': (service) => withHeader(sign(service), SIGNATURE_HEADER, 'trust me'),
  'a real token instead': async () => {
    const { token } = await deployment.as('430400.tenant-admin');
    return { headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } };
  },
  'a key nobody knows': (service) => sign(service, {}, [{ id: 'k9', secret: secret() }]),
  'another secret under the known key': (service) =>
    sign(service, {}, [{ id: installation.gatewayKeys[0]?.id ?? '', secret: secret() }]),
  'a changed body': (service) => ({
    ...sign(service),
    body: JSON.stringify({ query: '{ viewer { account { login } } }' }),
  }),
  'a body with one more space': (service) => ({ ...sign(service), body: `${BODY} ` }),
  'no body': (service) => ({ ...sign(service), body: '' }),
  'another identity': async (service) =>
    withHeader(sign(service), IDENTITY_HEADER, await identityOf('430500.tenant-admin')),
  'no identity': (service) => without(sign(service), IDENTITY_HEADER),
  'nobody, rightly signed': (service) => without(sign(service, { identity: '' }), IDENTITY_HEADER),
  'the signature of another path': (service) => sign(service, { path: '/internal/identity' }),
  'another query string': (service) => ({ ...sign(service), path: '/graphql?x=1' }),
  'the signature of another method': (service) => sign(service, { method: 'GET' }),
  'the signature for another service': (service) => sign(elsewhere(service)),
  'a time a minute ago': (service) =>
    sign(service, {}, installation.gatewayKeys, Date.now() - MINUTE - 2_000),
  'a time a minute ahead': (service) =>
    sign(service, {}, installation.gatewayKeys, Date.now() + MINUTE + 2_000),
  'a changed time': (service) =>
    resigned(service, ([key, , nonce, code]) => [key, new Date(Date.now() + 9).toISOString(), nonce, code]),
  'a changed nonce': (service) =>
    resigned(service, ([key, time, , code]) => [key, time, randomBytes(16).toString('base64url'), code]),
  'half a signature': (service) =>
    resigned(service, ([key, time, nonce, code]) => [key, time, nonce, code.slice(0, 20)]),
  'a hash without a key': (service) =>
    resigned(service, ([key, time, nonce]) => [
      key,
      time,
      nonce,
      createHmac('sha256', '').update(BODY).digest('base64url'),
    ]),
  'a forged internal question': (service) => ({
    ...sign(service),
    path: '/internal/identity',
    body: '{"subject":"430400.deputy"}',
  }),
};

const services = ['units', 'people', 'proposals', 'evaluation'] as const;

describe.each(services)('%s, asked past the gateway', (service) => {
  test('answers what the gateway signed', async () => {
    expect(await send(service, sign(service))).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  test(`refuses ${Object.keys(FORGERIES).length} forgeries without a word about anything`, async () => {
    const answered: unknown[] = [];
    for (const [name, forge] of Object.entries(FORGERIES)) {
      const { status, data, text } = await send(service, await forge(service));
      if (![401, 403].includes(status) || data !== undefined || /4304|4305/.test(text))
        answered.push([name, status, text]);
    }
    expect(answered).toEqual([]);
  });

  test('answers a request once', async () => {
    const sent = sign(service);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(service, sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
  });

  test('does not describe itself, and has nothing else to ask', async () => {
    const body = JSON.stringify({ query: '{ __schema { types { name } } }' });
    expect((await send(service, { ...sign(service, { body }), body })).data).toBeFalsy();
    expect((await send(service, { method: 'GET', headers: {} })).status).toBe(405);
  });

  test('listens to this machine alone', () => {
    const port = Number(new URL(installation.services[service] as string).port);
    expect(listenersOn(port)).toEqual(['0100007F']);
  });
});

/** Addresses, as the kernel writes them, at which something listens on a port. */
function listenersOn(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === '0A')
      .map(([, local = '']) => local.split(':')[0] as string),
  );
}

describe('the gateway', () => {
  test.each([
    '{ _service { sdl } }',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    'query ($r: [Any]) { _entities(representations: $r) { ... on Proposal { title } } }',
  ])('knows nothing of %s', async (query) => {
    const administrator = await deployment.as('430400.tenant-admin');
    const answer = await administrator.ask(query, { r: [{ __typename: 'Proposal', id: 'x' }] });
    expect(answer.status).toBe(400);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('listens to this machine alone, too, unless told otherwise', () => {
    expect(listenersOn(Number(new URL(deployment.url).port))).toEqual(['0100007F']);
  });
});
