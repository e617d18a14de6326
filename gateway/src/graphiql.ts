import type { ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const QUERY = `# 先取令牌 / first get a token:  npm run token -- <login>
# 填入下方 Headers / put it under Headers below:  { "Authorization": "Bearer <token>" }

query {
  viewer {
    __typename
  }
}
`;

let page: string | undefined;

/** GraphiQL from this process alone: no script, style or font from anywhere else. */
export function answerGraphiql(response: ServerResponse): void {
  page ??= renderGraphiQL({
    title: '督办 Duban GraphiQL',
    endpoint: '/graphql',
    defaultQuery: QUERY,
    headers: JSON.stringify({ Authorization: 'Bearer ' }),
    shouldPersistHeaders: false,
    credentials: 'omit',
  } as never);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob: data:; frame-ancestors 'none'",
  });
  response.end(page);
}
