import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { FailureCode } from '../graphql/failure.js';
import { FAILURES } from '../graphql/failure.js';
import { SUBGRAPH_LIMITS } from '../graphql/limits.js';
import { failureBody } from '../graphql/mask-error.js';
import type { RefusalParams } from '../refusal.js';
import type { Viewer } from '../viewer.js';
import type { Log } from './log.js';
import { IDENTITY_HEADER, SIGNATURE_HEADER, type SignatureCheck } from './signature.js';

/** What a verified request is known to say. */
export type Verified = {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly body: unknown;
};

export const verifiedOf = (response: Response): Verified => response.locals.verified as Verified;

/** Answers with one failure, as JSON, and nothing else. */
export function refuse(response: Response, code: FailureCode, params: RefusalParams = {}): void {
  if (response.headersSent) return;
  response.status(FAILURES[code].status).setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(failureBody(code, params));
}

type Verification = { readonly service: string; readonly check: SignatureCheck; readonly log: Log };

/**
 * Reads the raw body and checks the gateway's signature before anything is parsed. Without a right
 * signature: 401 and no data, whatever else may be wrong.
 */
export function verified({ service, check, log }: Verification): RequestHandler {
  return async (request, response, next) => {
    const limit = SUBGRAPH_LIMITS.bytes;
    const body = await readBody(request, limit);
    if (body === 'ABORTED') return;
    if (body === 'TOO_LARGE') {
      response.setHeader('connection', 'close');
      return refuse(response, 'BODY_TOO_LARGE', { limit });
    }
    const identity = single(request.headers[IDENTITY_HEADER]) ?? '';
    const signature = single(request.headers[SIGNATURE_HEADER]);
    const { method, originalUrl: path } = request;
    const fault = check(signature, { service, method, path, identity, body });
    if (fault) {
      log.warn({ fault, method }, 'unsigned request refused');
      return refuse(response, 'UNAUTHENTICATED');
    }
    const known = parseIdentity(identity);
    if (!known) return refuse(response, 'UNAUTHENTICATED');
    const json = parseJson(request, body);
    if ('code' in json) return refuse(response, json.code, json.params);
    response.locals.verified = { ...known, body: json.value } satisfies Verified;
    request.body = json.value;
    next();
  };
}

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

async function readBody(request: Request, limit: number): Promise<Buffer | 'TOO_LARGE' | 'ABORTED'> {
  if (Number(request.headers['content-length']) > limit) return 'TOO_LARGE';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Stopping half-way must not take the connection away before the answer is sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return 'TOO_LARGE';
      chunks.push(chunk);
    }
  } catch {
    return 'ABORTED';
  }
  return Buffer.concat(chunks);
}

/** The viewer as the gateway wrote it; nobody when the header is empty; null when it is not JSON. */
function parseIdentity(identity: string): Pick<Verified, 'viewer' | 'requestId'> | null {
  if (identity === '') return { viewer: null, requestId: randomUUID() };
  try {
    const { requestId, ...viewer } = JSON.parse(Buffer.from(identity, 'base64url').toString('utf8'));
    const complete = typeof viewer.accountId === 'string' && Number.isSafeInteger(viewer.tenant);
    return { viewer: complete ? (viewer as Viewer) : null, requestId: String(requestId ?? randomUUID()) };
  } catch {
    return null;
  }
}

type ParsedJson =
  | { readonly value: unknown }
  | { readonly code: FailureCode; readonly params?: RefusalParams };

function parseJson(request: Request, body: Buffer): ParsedJson {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return { code: 'UNSUPPORTED_MEDIA_TYPE' };
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return {
      code: 'BAD_REQUEST',
      params: { reason: '请求体不是 JSON。', reasonEn: 'the body is not JSON.' },
    };
  }
}

/** The last handler: a surprise outside GraphQL is masked like one inside. */
export function answerUnexpected(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const errorId = randomUUID();
    log.error({ errorId, err: error }, 'request failed');
    if (response.headersSent) response.destroy();
    else refuse(response, 'INTERNAL_ERROR', { errorId });
  };
}
