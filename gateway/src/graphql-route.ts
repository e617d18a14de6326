import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@duban/kernel';
import {
  createDocumentCheck,
  DEADLINE_MS,
  type DocumentCheck,
  GATEWAY_LIMITS,
  MAX_BODY_BYTES,
} from '@duban/kernel/edge';
import { GraphQLError } from 'graphql';
import { answerFailure, answerJson } from './answer.js';
import type { Authenticate } from './authenticate.js';
import type { Execution } from './execution.js';
import { introspectionIn } from './introspection.js';
import { readBody } from './read-body.js';

type Options = {
  readonly authenticate: Authenticate;
  readonly execution: Execution;
  readonly production: boolean;
  readonly deadlineMs?: number;
};

/** Any of these keeps a GET from being sent by a page of another site. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-graphql-yoga-csrf'];

type Params = { readonly query: string; readonly variables: Record<string, unknown> };

/** The whole way of `/graphql`: who asks, how it is sent, how much is asked, then execution. */
export function graphqlRoute({ authenticate, execution, production, deadlineMs = DEADLINE_MS }: Options) {
  const check = createDocumentCheck(execution.schema, GATEWAY_LIMITS);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'POST') return notAllowed(request, response);
    const who = await authenticate(request);
    if ('refused' in who) return answerFailure(response, who.refused);
    if (!acceptsJson(request)) return answerFailure(response, 'NOT_ACCEPTABLE');
    const body = request.method === 'POST' ? await postBody(request, response) : getBody(request, response);
    if (body === null) return;
    const mayIntrospect = !production || who.viewer.role === 'TENANT_ADMIN';
    const params = paramsOf(request, body, response);
    if (params === null) return;
    if (params && !passes(check, params, mayIntrospect, response)) return;
    await execute(request, response, body, { viewer: who.viewer, mayIntrospect, execution, deadlineMs });
  };
}

function notAllowed(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('allow', 'GET, POST');
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else answerFailure(response, 'METHOD_NOT_ALLOWED');
}

function acceptsJson({ headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? '*/*';
  return /(^|[\s,])(\*\/\*|application\/\*|application\/json|application\/graphql-response\+json)/i.test(
    accept,
  );
}

async function postBody(request: IncomingMessage, response: ServerResponse): Promise<string | null> {
  const type = request.headers['content-type'] ?? '';
  const encoded = request.headers['content-encoding'];
  if (
    !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) ||
    (encoded && encoded !== 'identity')
  ) {
    answerFailure(response, 'UNSUPPORTED_MEDIA_TYPE');
    return null;
  }
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === 'ABORTED') return null;
  if (body === 'TOO_LARGE') {
    response.setHeader('connection', 'close');
    answerFailure(response, 'BODY_TOO_LARGE', { limit: MAX_BODY_BYTES });
    return null;
  }
  return body;
}

function getBody(request: IncomingMessage, response: ServerResponse): string | null {
  if (PREFLIGHT_HEADERS.some((name) => request.headers[name])) return '';
  answerFailure(response, 'CSRF_REFUSED');
  return null;
}

/**
 * The document and its variables; undefined when there is none to check, which the library then
 * answers as the specification of GraphQL over HTTP says; null when it has been answered here.
 */
function paramsOf(
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Params | undefined | null {
  const bad = (reason: string, reasonEn: string): null => {
    answerFailure(response, 'BAD_REQUEST', { reason, reasonEn });
    return null;
  };
  try {
    const given: unknown = request.method === 'POST' ? JSON.parse(body) : searchOf(request);
    if (Array.isArray(given)) return bad('一次只能执行一个操作。', 'one operation at a time.');
    if (given === null || typeof given !== 'object')
      return bad('请求体须为 JSON 对象。', 'the body has to be a JSON object.');
    const { query, variables } = given as Partial<Params>;
    if (typeof query !== 'string' || (variables && typeof variables !== 'object')) return undefined;
    return { query, variables: variables ?? {} };
  } catch {
    return bad('不是 JSON。', 'it is not JSON.');
  }
}

function searchOf(request: IncomingMessage): Partial<Params> {
  const search = new URL(request.url ?? '/', 'http://gateway').searchParams;
  const variables = search.get('variables');
  return { query: search.get('query') ?? undefined, ...(variables && { variables: JSON.parse(variables) }) };
}

/** The planner answers questions about the schema and questions about data apart. */
const MIXED = {
  reason: '__schema 与 __type 须单独查询。',
  reasonEn: 'ask for __schema and __type in an operation of their own.',
};

function passes(
  check: DocumentCheck,
  { query, variables }: Params,
  mayIntrospect: boolean,
  response: ServerResponse,
): boolean {
  try {
    const asked = introspectionIn(check(query, variables));
    if (asked === 'NONE') return true;
    if (!mayIntrospect) answerFailure(response, 'INTROSPECTION_DISABLED');
    else if (asked === 'MIXED') answerFailure(response, 'BAD_REQUEST', MIXED);
    return mayIntrospect && asked === 'ONLY';
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Syntax errors are answered by the library: their status depends on what the client accepts.
    if (error.extensions.code === 'GRAPHQL_PARSE_FAILED') return true;
    answerJson(response, 400, JSON.stringify({ errors: [error.toJSON()] }));
    return false;
  }
}

type Admitted = {
  readonly viewer: Viewer;
  readonly mayIntrospect: boolean;
  readonly execution: Execution;
  readonly deadlineMs: number;
};

/** A new request is made for the library: nothing a client sent beside these headers goes further. */
async function execute(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { viewer, mayIntrospect, execution, deadlineMs }: Admitted,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader('duban-request-id', requestId);
  const late = setTimeout(
    () => answerFailure(response, 'TIMED_OUT', { seconds: deadlineMs / 1000 }),
    deadlineMs + 500,
  );
  try {
    const { method = 'POST', url = '/graphql', headers } = request;
    const inner = new Request(new URL(url, 'http://gateway'), {
      method,
      headers: {
        accept: headers.accept ?? '*/*',
        ...(method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(method === 'POST' && { body }),
    });
    const accept = headers.accept ?? '';
    const plainJson = accept.includes('application/json') && !accept.includes('graphql-response');
    const context = { viewer, requestId, mayIntrospect, plainJson, deadline: Date.now() + deadlineMs };
    await sendOn(await execution.run(inner, context), response);
  } finally {
    clearTimeout(late);
  }
}

async function sendOn(answer: Response, response: ServerResponse): Promise<void> {
  const body = await answer.text();
  if (response.headersSent) return;
  const type = answer.headers.get('content-type');
  if (type === null || !/json/.test(type))
    return answerFailure(response, statusFailure(answer.status), {}, answer.status);
  response.writeHead(answer.status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
    ...(answer.headers.has('allow') && { allow: answer.headers.get('allow') as string }),
  });
  response.end(body);
}

/** The library answers some requests without a body. */
function statusFailure(status: number) {
  if (status === 405) return 'METHOD_NOT_ALLOWED';
  if (status === 406) return 'NOT_ACCEPTABLE';
  return status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'INTERNAL_ERROR';
}
