import { createHmac, randomBytes } from 'node:crypto';
import {
  type GatewayKey,
  IDENTITY_HEADER,
  SIGNATURE_HEADER,
  type SignedRequest,
  signRequest,
} from '@duban/kernel/edge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, ask } from './ask.js';
import { type Platform, startPlatform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform?.stop(), 15_000);

const identityOf = (login: string): string =>
  Buffer.from(
    JSON.stringify({ accountId: login, login, tenant: 430400, role: 'DEPUTY', requestId: 'r' }),
  ).toString('base64url');

const IDENTITY = identityOf('430400.deputy');
const BODY = '{"query":"{ viewer { login } }"}';
const genuine = (): SignedRequest => ({
  service: 'people',
  method: 'POST',
  path: '/graphql',
  identity: IDENTITY,
  body: BODY,
});

type Sent = { path?: string; method?: string; body?: string; headers: Record<string, string> };

/** The genuine request, which each forgery changes in one place. */
function sign(
  change: Partial<SignedRequest> = {},
  keys: readonly GatewayKey[] = platform.keys,
  now?: number,
): Sent {
  return {
    headers: {
      'content-type': 'application/json',
      [IDENTITY_HEADER]: IDENTITY,
      [SIGNATURE_HEADER]: signRequest(keys, { ...genuine(), ...change }, now),
    },
  };
}

const send = ({ path = '/graphql', method = 'POST', body = BODY, headers }: Sent): Promise<Answer> =>
  ask(`${platform.services.people}${path}`, { method, headers, body });

/** The parts of a signature: key id, time, nonce, code. */
type Parts = [string, string, string, string];

function signatureWith(change: (parts: Parts) => readonly string[]): Sent {
  const sent = sign();
  const parts = (sent.headers[SIGNATURE_HEADER] as string).split(';') as Parts;
  return { headers: { ...sent.headers, [SIGNATURE_HEADER]: change(parts).join(';') } };
}

const without = (sent: Sent, name: string): Sent => {
  const { [name]: _gone, ...headers } = sent.headers;
  return { ...sent, headers };
};

const MINUTE = 60_000;
const strangers: readonly GatewayKey[] = [{ id: 'k1', secret: randomBytes(32) }];

const forgeries: readonly (readonly [string, () => Sent])[] = [
  ['no signature', () => without(sign(), SIGNATURE_HEADER)],
  ['no signature and no identity', () => ({ headers: { 'content-type': 'application/json' } })],
  ['an empty signature', () => ({ headers: { ...sign().headers, [SIGNATURE_HEADER]: '' } })],
  ['a signature that is none', () => ({ headers: { ...sign().headers, [SIGNATURE_HEADER]: 'trust me' } })],
  [
    'a bearer token instead',
    () => ({ headers: { 'content-type': 'application/json', authorization: 'Bearer a.b.c' } }),
  ],
  ['a key nobody knows', () => sign({}, [{ id: 'k9', secret: randomBytes(32) }])],
  ['another secret under a known id', () => sign({}, strangers)],
  ['a changed body', () => ({ ...sign(), body: '{"query":"{ viewer { accountId } }"}' })],
  ['a body with one more space', () => ({ ...sign(), body: `${BODY} ` })],
  ['an empty body', () => ({ ...sign(), body: '' })],
  [
    'another identity',
    () => ({ headers: { ...sign().headers, [IDENTITY_HEADER]: identityOf('430500.tenant-admin') } }),
  ],
  ['no identity', () => without(sign(), IDENTITY_HEADER)],
  ['nobody as identity, signed', () => without(sign({ identity: '' }), IDENTITY_HEADER)],
  [
    'an identity that is not JSON, signed',
    () => ({ headers: { ...sign({ identity: 'eA' }).headers, [IDENTITY_HEADER]: 'eA' } }),
  ],
  ['the signature of another path', () => sign({ path: '/internal/identity' })],
  ['the signature of another query string', () => ({ ...sign(), path: '/graphql?x=1' })],
  ['the signature of another method', () => sign({ method: 'GET' })],
  ['the signature for another service', () => sign({ service: 'units' })],
  ['a time more than a minute ago', () => sign({}, platform.keys, Date.now() - MINUTE - 1_500)],
  ['a time more than a minute ahead', () => sign({}, platform.keys, Date.now() + MINUTE + 1_500)],
  ['a time before the service started', () => sign({}, platform.keys, Date.now() - MINUTE + 5_000)],
  [
    'a changed time',
    () => signatureWith(([key, , ...rest]) => [key, new Date(Date.now() + 10).toISOString(), ...rest]),
  ],
  [
    'a time that is none',
    () => signatureWith(([key, , ...rest]) => [key, '2026-13-45T99:99:99.999Z', ...rest]),
  ],
  [
    'a changed nonce',
    () => signatureWith(([key, time, , code]) => [key, time, randomBytes(16).toString('base64url'), code]),
  ],
  ['a short nonce', () => signatureWith(([key, time, , code]) => [key, time, 'x', code])],
  [
    'a changed signature',
    () =>
      signatureWith(([key, time, nonce, code]) => [
        key,
        time,
        nonce,
        code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`,
      ]),
  ],
  [
    'half a signature',
    () => signatureWith(([key, time, nonce, code]) => [key, time, nonce, code.slice(0, 20)]),
  ],
  [
    'the hash without a key',
    () =>
      signatureWith(([key, time, nonce]) => [
        key,
        time,
        nonce,
        createHmac('sha256', '').update(BODY).digest('base64url'),
      ]),
  ],
  ['fields in another order', () => signatureWith((parts) => parts.toReversed())],
  [
    'a forged internal question',
    () => ({ ...sign(), path: '/internal/identity', body: '{"subject":"430400.deputy"}' }),
  ],
];

describe('a service asked directly', () => {
  test.each(forgeries)('refuses %s with 401 and no data', async (_name, forge) => {
    const answer = await send(forge());
    expect([answer.status, answer.json.data, answer.json.errors[0].extensions.code]).toEqual([
      401,
      undefined,
      'UNAUTHENTICATED',
    ]);
    expect(answer.text).not.toContain('430400');
  });

  test('refuses a request that was already answered', async () => {
    const sent = sign();
    expect((await send(sent)).json).toEqual({ data: { viewer: { login: '430400.deputy' } } });
    expect((await send(sent)).status).toBe(401);
  });

  test('of twenty copies at once answers one', async () => {
    const sent = sign();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(sent)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
  });

  test('refuses before it looks at the body', async () => {
    const answer = await send({ body: '{"query":', headers: { 'content-type': 'text/html' } });
    expect(answer.status).toBe(401);
  });

  test('answers the genuine request, and nothing else than POST /graphql and /internal', async () => {
    expect((await send(sign())).status).toBe(200);
    const base = platform.services.people;
    expect((await ask(`${base}/graphql`)).status).toBe(405);
    expect((await ask(`${base}/`)).json.errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await ask(`${base}/readyz`)).json).toEqual({ ready: true });
  });
});
