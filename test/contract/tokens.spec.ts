import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompactEncrypt, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { type Answer, ask, codeOf, post } from './ask.js';
import { type Platform, startPlatform } from './platform.js';

const LOGIN = '430400.deputy';
const QUERY = { query: '{ viewer { login } }' };

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform?.stop(), 15_000);

const now = (): number => Math.floor(Date.now() / 1000);
const mint = (claims = {}, header = {}): Promise<string> => platform.issuer.mint(LOGIN, claims, header);
const withHeader = (headers: Record<string, string>): Promise<Answer> =>
  post(platform.baseUrl, null, QUERY, headers);

/** Header, payload and signature of a valid token, to be put together wrongly. */
async function parts(): Promise<[string, string, string]> {
  return (await mint()).split('.') as [string, string, string];
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function hmacWithPublicKey(): Promise<string> {
  const { jwk, kid } = platform.issuer.current();
  const secret = new TextEncoder().encode(await exportSPKI((await importJWK(jwk, 'ES256')) as never));
  const claims = { sub: LOGIN, iss: platform.issuer.issuer, aud: 'duban', exp: now() + 600 };
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
}

async function ofAStranger(header: object = {}): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return platform.issuer.mint(LOGIN, {}, header, privateKey as never);
}

async function encrypted(): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ sub: LOGIN }));
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(new Uint8Array(32));
}

const unsigned = (): string =>
  new UnsecuredJWT({ sub: LOGIN, iss: platform.issuer.issuer, aud: 'duban', exp: now() + 600 }).encode();

const wrongTokens: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['nothing', () => ''],
  ['a word', () => 'admin'],
  ['two parts', async () => (await parts()).slice(0, 2).join('.')],
  ['four parts', async () => [...(await parts()), 'x'].join('.')],
  ['no signature', async () => `${(await parts()).slice(0, 2).join('.')}.`],
  ['algorithm none', unsigned],
  [
    'algorithm none with a signature',
    async () => [encoded({ alg: 'none', kid: 'key-1' }), ...(await parts()).slice(1)].join('.'),
  ],
  ['HMAC with the public key as secret', hmacWithPublicKey],
  ['a key of somebody else', () => ofAStranger()],
  ['a key that the token brings along', async () => ofAStranger({ jwk: platform.issuer.current().jwk })],
  ['a key address that the token brings along', () => ofAStranger({ jku: 'http://127.0.0.1:1/jwks' })],
  ['an unknown key id', () => ofAStranger({ kid: 'key-99' })],
  ['no key id', () => mint({}, { kid: undefined })],
  ['a path as key id', () => mint({}, { kid: '../../etc/passwd' })],
  [
    'another algorithm than the key is for',
    async () => [encoded({ alg: 'RS256', kid: 'key-1' }), ...(await parts()).slice(1)].join('.'),
  ],
  [
    'a critical header nobody knows',
    async () =>
      [encoded({ alg: 'ES256', kid: 'key-1', crit: ['x'], x: 1 }), ...(await parts()).slice(1)].join('.'),
  ],
  ['an unencoded payload', () => mint({}, { b64: true, crit: ['b64'] })],
  [
    'a changed payload',
    async () => {
      const [header, , signature] = await parts();
      return [
        header,
        encoded({ sub: '430500.tenant-admin', iss: platform.issuer.issuer, aud: 'duban', exp: now() + 600 }),
        signature,
      ].join('.');
    },
  ],
  [
    'a changed signature',
    async () => {
      const [header, payload, signature] = await parts();
      return [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
    },
  ],
  [
    'the signature of another token',
    async () => {
      const [header, payload] = await parts();
      const [, , signature] = (await platform.issuer.mint('430500.deputy')).split('.') as [
        string,
        string,
        string,
      ];
      return [header, payload, signature].join('.');
    },
  ],
  ['expired', () => mint({ exp: now() - 10 })],
  ['expired long ago', () => mint({ exp: 1 })],
  ['no expiry', () => mint({ exp: undefined })],
  ['an expiry in words', () => mint({ exp: 'never' as never })],
  ['not yet valid', () => mint({ nbf: now() + 60 })],
  ['another issuer', () => mint({ iss: 'http://issuer.test/other' })],
  ['an issuer with a slash more', () => mint({ iss: `${platform.issuer.issuer}/` })],
  ['no issuer', () => mint({ iss: undefined })],
  ['another audience', () => mint({ aud: 'console' })],
  ['a list of other audiences', () => mint({ aud: ['console', 'dubans'] })],
  ['no audience', () => mint({ aud: undefined })],
  ['no subject', () => mint({ sub: undefined })],
  ['an empty subject', () => mint({ sub: '' })],
  ['a number as subject', () => mint({ sub: 430400 as never })],
  ['an encrypted token', encrypted],
  ['a token of ten thousand letters', () => mint({ more: 'x'.repeat(10_000) })],
  [
    'a payload that is no object',
    async () => {
      const [header, , signature] = await parts();
      return [header, Buffer.from('"admin"').toString('base64url'), signature].join('.');
    },
  ],
];

describe('a token that is not right is nobody', () => {
  test.each(wrongTokens)('%s', async (_name, make) => {
    const answer = await withHeader({ authorization: `Bearer ${await make()}` });
    expect([answer.status, codeOf(answer), answer.json.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });

  const elsewhere: readonly (readonly [string, () => Promise<Answer>])[] = [
    ['without a header', () => withHeader({})],
    ['under another scheme', async () => withHeader({ authorization: `Basic ${await mint()}` })],
    ['without a scheme', async () => withHeader({ authorization: await mint() })],
    [
      'twice in one header',
      async () => withHeader({ authorization: `Bearer ${await mint()}, Bearer ${await mint()}` }),
    ],
    [
      'in a cookie',
      async () => withHeader({ cookie: `token=${await mint()}; access_token=${await mint()}` }),
    ],
    [
      'in the address',
      async () =>
        post(`${platform.baseUrl}`, null, QUERY).then(async () =>
          ask(`${platform.baseUrl}/graphql?access_token=${await mint()}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(QUERY),
          }),
        ),
    ],
    [
      'as an identity of its own',
      () =>
        withHeader({
          'duban-identity': encoded({ accountId: LOGIN, tenant: 430400, role: 'TENANT_ADMIN' }),
          'x-user-id': LOGIN,
        }),
    ],
    [
      'with an account nobody has',
      async () => {
        await platform.tell({ do: 'disable', login: '430400.gone' });
        return post(platform.baseUrl, await platform.issuer.mint('430400.gone'), QUERY);
      },
    ],
  ];
  test.each(elsewhere)('%s', async (_name, send) => {
    const answer = await send();
    expect([answer.status, codeOf(answer), answer.json.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('a token that is right', () => {
  const ok = (answer: Answer) => expect(answer.json).toEqual({ data: { viewer: { login: LOGIN } } });

  test('is accepted, once and again', async () => {
    const token = await mint();
    ok(await post(platform.baseUrl, token, QUERY));
    ok(await post(platform.baseUrl, token, QUERY));
    ok(await withHeader({ authorization: `bearer ${token}` }));
    ok(await post(platform.baseUrl, await mint({ aud: ['other', 'duban'] }), QUERY));
  });

  test('ends when it expires, also when it was accepted before', async () => {
    const token = await mint({ exp: now() + 2 });
    ok(await post(platform.baseUrl, token, QUERY));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(codeOf(await post(platform.baseUrl, token, QUERY))).toBe('UNAUTHENTICATED');
  });

  test('many unknown keys do not become many questions to the issuer', async () => {
    const before = await platform.tell({ do: 'seen' });
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, at) => mint({}, { kid: `unknown-${at}` })),
    );
    await Promise.all(tokens.map((token) => post(platform.baseUrl, token, QUERY)));
    const after = await platform.tell({ do: 'seen' });
    expect(after.keyFetches - before.keyFetches).toBeLessThanOrEqual(3);
  });
});
