import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { type Answer, ask, codeOf, post } from './ask.js';
import { ADMIN, DEPUTY, openTarget, type Target } from './target.js';

let target: Target;
let deputy: string;
let admin: string;

beforeAll(async () => {
  target = await openTarget();
  deputy = await target.token(DEPUTY);
  admin = await target.token(ADMIN);
});
afterAll(() => target?.stop(), 15_000);

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };
const isJson = (answer: Answer) =>
  /^application\/(graphql-response\+)?json\b/.test(answer.headers.get('content-type') ?? '');

describe('GraphQL over HTTP', () => {
  test('passes every audit of the specification', async () => {
    const headers = { ...bearer(admin), 'apollo-require-preflight': '1' };
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...headers, ...init.headers } });
    const results = await auditServer({ url: `${target.baseUrl}/graphql`, fetchFn });
    const wrong = results
      .filter(({ status }) => status !== 'ok')
      .map((result) => ({ ...result, response: undefined }));
    expect(wrong).toEqual([]);
    expect(results).toHaveLength(61);
  });
});

describe('whatever is asked, the answer is JSON with a code in both languages', () => {
  const cases: readonly (readonly [string, number, string, (base: string) => Promise<Answer>])[] = [
    ['an unknown address', 404, 'NOT_FOUND', (base) => ask(`${base}/nowhere`)],
    ['the root', 404, 'NOT_FOUND', (base) => ask(base)],
    [
      'an unknown address with a body',
      404,
      'NOT_FOUND',
      (base) => ask(`${base}/graphql/x`, { method: 'POST', headers: json, body: '{}' }),
    ],
    [
      'another method',
      405,
      'METHOD_NOT_ALLOWED',
      (base) => ask(`${base}/graphql`, { method: 'PUT', headers: bearer(deputy), body: '{}' }),
    ],
    [
      'another method on a page',
      405,
      'METHOD_NOT_ALLOWED',
      (base) => ask(`${base}/healthz`, { method: 'POST' }),
    ],
    [
      'a body that is too large',
      413,
      'BODY_TOO_LARGE',
      (base) => post(base, deputy, { query: `{__typename} #${'x'.repeat(262_144)}` }),
    ],
    ['a body that is too large and does not say so', 413, 'BODY_TOO_LARGE', (base) => streamed(base, 300)],
    [
      'a form',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) =>
        ask(`${base}/graphql`, {
          method: 'POST',
          headers: bearer(deputy),
          body: new URLSearchParams({ query: '{__typename}' }),
        }),
    ],
    [
      'a form with files',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) =>
        ask(`${base}/graphql`, { method: 'POST', headers: bearer(deputy), body: formOf('{__typename}') }),
    ],
    [
      'plain text',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) => post(base, deputy, '{"query":"{__typename}"}', { 'content-type': 'text/plain' }),
    ],
    [
      'application/graphql',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) => post(base, deputy, '{__typename}', { 'content-type': 'application/graphql' }),
    ],
    [
      'another charset',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) =>
        post(base, deputy, '{"query":"{__typename}"}', {
          'content-type': 'application/json; charset=gb18030',
        }),
    ],
    [
      'a compressed body',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      (base) => post(base, deputy, '{"query":"{__typename}"}', { 'content-encoding': 'gzip' }),
    ],
    ['no JSON', 400, 'BAD_REQUEST', (base) => post(base, deputy, '{"query":')],
    ['an empty body', 400, 'BAD_REQUEST', (base) => post(base, deputy, '')],
    ['null', 400, 'BAD_REQUEST', (base) => post(base, deputy, 'null')],
    [
      'a batch',
      400,
      'BAD_REQUEST',
      (base) => post(base, deputy, JSON.stringify(Array(10).fill({ query: '{__typename}' }))),
    ],
    [
      'a GET without a preflight header',
      400,
      'CSRF_REFUSED',
      (base) => ask(`${base}/graphql?query={__typename}`, { headers: bearer(deputy) }),
    ],
    [
      'only event streams accepted',
      406,
      'NOT_ACCEPTABLE',
      (base) => post(base, deputy, { query: '{__typename}' }, { accept: 'text/event-stream' }),
    ],
    [
      'only HTML accepted',
      406,
      'NOT_ACCEPTABLE',
      (base) => post(base, deputy, { query: '{__typename}' }, { accept: 'text/html' }),
    ],
    ['nobody', 401, 'UNAUTHENTICATED', (base) => post(base, null, { query: '{__typename}' })],
    [
      'an unknown operation name',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      (base) => post(base, deputy, { query: 'query a {__typename}', operationName: 'b' }),
    ],
    [
      'a missing variable',
      400,
      'BAD_USER_INPUT',
      (base) => post(base, deputy, { query: 'query($code: String!) { locality(code: $code) { code } }' }),
    ],
    [
      'a field that does not exist',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      (base) => post(base, deputy, { query: '{ nowhere }' }),
    ],
    ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', (base) => post(base, deputy, { query: '{ viewer' })],
  ];

  test.each(cases)('%s: %i %s', async (_name, status, code, send) => {
    const answer = await send(target.baseUrl);
    expect({ status: answer.status, code: codeOf(answer), json: isJson(answer) }).toEqual({
      status,
      code,
      json: true,
    });
    const [{ message, extensions }] = answer.json.errors;
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(extensions.messageEn).toMatch(/[a-z]/);
    expect(answer.text).not.toMatch(/\bat .*\.js:|node_modules|<html/i);
  });
});

/** A body of so many kilobytes that is sent piece by piece, without a length. */
function streamed(base: string, kilobytes: number): Promise<Answer> {
  let left = kilobytes;
  const body = new ReadableStream({
    pull: (controller) => {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(Buffer.alloc(1024, ' '));
    },
  });
  const headers = { ...json, ...bearer(deputy) };
  return ask(`${base}/graphql`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

function formOf(query: string): FormData {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query }));
  return form;
}

describe('what a scanner looks for', () => {
  const asDeputy = (body: object) => post(target.baseUrl, deputy, body);

  test('the entities and the SDL of services are not reachable', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      expect(codeOf(await post(target.baseUrl, admin, { query }))).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('in production only those who administer a locality see the schema, and nobody is helped to guess', async () => {
    if (!target.production) return;
    const query = '{ __schema { queryType { name } } }';
    expect(codeOf(await asDeputy({ query }))).toBe('INTROSPECTION_DISABLED');
    expect(codeOf(await asDeputy({ query: '{ ... on Query { __type(name: "Query") { name } } }' }))).toBe(
      'INTROSPECTION_DISABLED',
    );
    expect((await post(target.baseUrl, admin, { query })).json.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
    expect((await asDeputy({ query: '{ viewe { __typename } }' })).text).not.toMatch(/did you mean/i);
    expect((await post(target.baseUrl, admin, { query: '{ viewe { __typename } }' })).text).toMatch(
      /did you mean/i,
    );
  });

  test('the standard introspection of tools fits the limits', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      inputValueDeprecation: true,
    });
    const answer = await post(target.baseUrl, admin, { query });
    expect(answer.json.errors).toBeUndefined();
    expect(answer.json.data.__schema.types.length).toBeGreaterThan(10);
  });

  test('the schema and data are not asked for together', async () => {
    const query = '{ viewer { __typename } __schema { queryType { name } } }';
    expect(codeOf(await post(target.baseUrl, admin, { query }))).toBe('BAD_REQUEST');
  });

  test('GraphiQL is for development', async () => {
    const answer = await ask(`${target.baseUrl}/graphiql`);
    if (target.production) expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
    else expect(answer.text).toMatch(/<title>督办/);
  });

  test('a GET never changes anything', async () => {
    const query = encodeURIComponent('mutation { __typename }');
    const headers = { ...bearer(deputy), 'apollo-require-preflight': '1' };
    const answer = await ask(`${target.baseUrl}/graphql?query=${query}`, { headers });
    expect([answer.status, isJson(answer)]).toEqual([405, true]);
  });

  test('no tracing, no cost, no service names in answers', async () => {
    const answer = await post(
      target.baseUrl,
      deputy,
      { query: '{ viewer { __typename } }' },
      { 'apollo-federation-include-trace': 'ftv1' },
    );
    expect(Object.keys(answer.json)).toEqual(['data']);
  });

  test('health says no more than it has to', async () => {
    expect((await ask(`${target.baseUrl}/healthz`)).json).toEqual({ status: 'ok' });
    const ready = await ask(`${target.baseUrl}/readyz`);
    expect([ready.status, ready.json.ready]).toEqual([200, true]);
  });
});
