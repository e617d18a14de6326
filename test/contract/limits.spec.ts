import {
  GATEWAY_LIMITS,
  IDENTITY_HEADER,
  SIGNATURE_HEADER,
  SUBGRAPH_LIMITS,
  signRequest,
} from '@duban/kernel/edge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, ask, codeOf, post } from './ask.js';
import { hostileDocuments } from './hostile-documents.js';
import { type Platform, startPlatform } from './platform.js';
import { DEPUTY, OTHER, openTarget, type Target } from './target.js';

const REFUSED_WITHIN_MS = 250;
const OTHERS_WITHIN_MS = 300;

let target: Target;
let token: string;
let other: string;

beforeAll(async () => {
  target = await openTarget(true);
  [token, other] = await Promise.all([target.token(DEPUTY), target.token(OTHER)]);
  await post(target.baseUrl, token, { query: '{ viewer { __typename } locality(code: "430400") { code } }' });
});
afterAll(() => target?.stop(), 15_000);

/** The quickest of three tries: a machine with other work may be late, a document that costs is late each time. */
async function quickest(send: () => Promise<Answer>, withinMs: number): Promise<Answer> {
  let best = await send();
  for (let tries = 1; tries < 3 && best.ms > withinMs; tries++) {
    const next = await send();
    if (next.ms < best.ms) best = next;
  }
  return best;
}

const refused = ({ status, json, ms }: Answer) => ({
  status,
  code: json?.errors?.[0]?.extensions?.code as string,
  inTime: ms <= REFUSED_WITHIN_MS || `${Math.round(ms)} ms`,
  data: json?.data,
});

describe('a hostile document is refused before it costs anything', () => {
  const documents = hostileDocuments(GATEWAY_LIMITS);

  test('there are enough of them', () => expect(documents.length).toBeGreaterThanOrEqual(40));

  test.each(documents)('$name', async ({ body, code }) => {
    const waited: number[] = [];
    const send = async () => {
      const answer = post(target.baseUrl, token, body);
      await new Promise((resolve) => setTimeout(resolve, 30));
      const bystander = await post(target.baseUrl, other, { query: '{ __typename }' });
      expect(bystander.json).toEqual({ data: { __typename: 'Query' } });
      waited.push(bystander.ms);
      return answer;
    };
    const answer = await quickest(send, REFUSED_WITHIN_MS);
    if (Math.min(...waited) > OTHERS_WITHIN_MS) await quickest(send, 0);
    const { code: given, status, ...rest } = refused(answer);
    expect(given).toMatch(code);
    expect({ status: status === 413 ? 400 : status, ...rest }).toEqual({
      status: 400,
      inTime: true,
      data: undefined,
    });
    expect(Math.min(...waited)).toBeLessThanOrEqual(OTHERS_WITHIN_MS);
  });

  test('fifty at once leave the gateway answering', async () => {
    const hostile = Array.from(
      { length: 50 },
      (_, at) => documents[at % documents.length] as (typeof documents)[number],
    );
    const answers = await Promise.all(hostile.map(({ body }) => post(target.baseUrl, token, body)));
    expect(
      answers
        .filter(({ status }) => status >= 500 || status === 200)
        .map(({ status, ms }) => ({ status, ms })),
    ).toEqual([]);
    expect((await post(target.baseUrl, other, { query: '{ __typename }' })).status).toBe(200);
  });
});

describe('what is within the limits is answered', () => {
  const ok = async (query: string, variables = {}) => {
    const { json } = await post(target.baseUrl, token, { query, variables });
    return json.errors ?? 'no errors';
  };

  test('the deepest document', async () => {
    const levels = GATEWAY_LIMITS.depth - 2;
    expect(
      await ok(`{ locality(code: "430400") { ${'parent { '.repeat(levels)}code${' }'.repeat(levels)} } }`),
    ).toBe('no errors');
  });

  test('as many aliases and root fields as are allowed', async () => {
    const aliases = Array.from({ length: GATEWAY_LIMITS.aliases }, (_, at) => `a${at}: code`).join(' ');
    expect(await ok(`{ locality(code: "430400") { ${aliases} } }`)).toBe('no errors');
    const roots = Array.from({ length: GATEWAY_LIMITS.rootFields }, (_, at) => `r${at}: __typename`).join(
      ' ',
    );
    expect(await ok(`{ ${roots} }`)).toBe('no errors');
  });

  test('the same fields from many fragments, as composed frontends write them', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `F${at}`);
    const definitions = names
      .map((name) => `fragment ${name} on Locality { code name parent { code } }`)
      .join(' ');
    expect(
      await ok(
        `{ locality(code: "430400") { ${names.map((name) => `...${name}`).join(' ')} } } ${definitions}`,
      ),
    ).toBe('no errors');
  });
});

describe('the services keep limits of their own', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform?.stop(), 15_000);

  const signed = (body: string): Promise<Answer> => {
    const identity = Buffer.from(
      JSON.stringify({ accountId: 'a', login: 'a', tenant: 1, role: 'DEPUTY' }),
    ).toString('base64url');
    const request = { service: 'units', method: 'POST', path: '/graphql', identity, body };
    const headers = {
      'content-type': 'application/json',
      [IDENTITY_HEADER]: identity,
      [SIGNATURE_HEADER]: signRequest(platform.keys, request),
    };
    return ask(`${platform.services.units}/graphql`, { method: 'POST', headers, body });
  };

  test.each(hostileDocuments(SUBGRAPH_LIMITS))('$name, with a valid signature', async ({ body, code }) => {
    const { code: given, status, ...rest } = refused(await quickest(() => signed(body), REFUSED_WITHIN_MS));
    expect(given).toMatch(code);
    expect({ status: status === 413 ? 400 : status, ...rest }).toEqual({
      status: 400,
      inTime: true,
      data: undefined,
    });
  });

  test('a service answers what it is asked by the gateway', async () => {
    expect(codeOf(await signed('{"query":"{ __schema { queryType { name } } }"}'))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await signed('{"query":"{ locality(code: \\"43\\") { code } }"}')).json).toEqual({
      data: { locality: { code: '43' } },
    });
  });
});
