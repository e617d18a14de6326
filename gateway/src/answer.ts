import type { ServerResponse } from 'node:http';
import type { RefusalParams } from '@duban/kernel';
import { FAILURES, type FailureCode, failureBody } from '@duban/kernel/edge';

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Answers with one documented failure. `status` where it is not the failure's own. */
export function answerFailure(
  response: ServerResponse,
  code: FailureCode,
  params: RefusalParams = {},
  status: number = FAILURES[code].status,
): void {
  if (code === 'UNAUTHENTICATED') response.setHeader('www-authenticate', 'Bearer');
  if (code === 'SERVICE_UNAVAILABLE') response.setHeader('retry-after', '1');
  answerJson(response, status, failureBody(code, params));
}
