import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const QUERY = `# 先取令牌 / first get a token:  npm run token -- <login>
# 填入下方 Headers / put it under Headers below:  { "Authorization": "Bearer <token>" }

query {
  viewer {
    __typename
  }
}
`;

const OPTIONS = {
  title: '督办 Duban GraphiQL',
  endpoint: '/graphql',
  defaultQuery: QUERY,
  headers: JSON.stringify({ Authorization: 'Bearer ' }),
  shouldPersistHeaders: false,
  credentials: 'omit',
} as const;

/** Everything in the page itself; nothing may be fetched from anywhere else. */
const CONTENT_SECURITY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob: data:",
  "frame-ancestors 'none'",
].join('; ');

let page: Promise<Buffer> | undefined;

/** The page holds an editor of nine megabytes: read only when asked for, kept compressed. */
async function render(): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return promisify(gzip)(renderGraphiQL(OPTIONS));
}

/** GraphiQL from this process alone: no script, style or font from anywhere else. */
export async function answerGraphiql(request: IncomingMessage, response: ServerResponse): Promise<void> {
  page ??= render();
  const compressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = compressed ? await page : await promisify(gunzip)(await page);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': CONTENT_SECURITY,
    ...(compressed && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
