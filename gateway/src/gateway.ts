import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '@duban/kernel/edge';
import { answerFailure, answerJson } from './answer.js';
import { createAuthenticate } from './authenticate.js';
import type { GatewayConfig } from './config.js';
import { createExecution } from './execution.js';
import { answerGraphiql } from './graphiql.js';
import { graphqlRoute } from './graphql-route.js';
import { createViewerLookup } from './identity.js';
import { readinessOf } from './readiness.js';
import { signInProxy } from './sign-in-proxy.js';
import { readSupergraph } from './supergraph.js';
import { createTokenVerifier } from './tokens.js';

export type Gateway = { readonly port: number; close(): Promise<void> };

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const DRAIN_MS = 10_000;

/** Starts the one process the outside world talks to. Throws a message for people when it cannot. */
export async function startGateway(config: GatewayConfig, log: Log): Promise<Gateway> {
  const { subgraphs, keys } = config;
  const peopleUrl = subgraphs.get('people');
  if (!peopleUrl) throw new Error('DUBAN_SUBGRAPHS 缺少 / does not name: people.');
  const execution = await createExecution({
    supergraph: readSupergraph(config.supergraph, subgraphs),
    keys,
    log,
  });
  const onTrouble = (err: unknown) => log.warn({ err }, 'people did not answer');
  const graphql = graphqlRoute({
    authenticate: createAuthenticate({
      verify: createTokenVerifier(config.tokens),
      findViewer: createViewerLookup({ peopleUrl, keys, freshMs: config.identityMs }),
      onTrouble,
    }),
    execution,
    production: config.production,
  });
  const signIn = signInProxy({ peopleUrl, publicUrl: config.publicUrl, onTrouble });
  const state = { draining: false };
  const server = createServer(
    guarded(log, state, (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://gateway');
      if (pathname === '/graphql') return graphql(request, response);
      if (pathname === '/oidc' || pathname.startsWith('/oidc/')) return signIn(request, response);
      return page(request, response, pathname, config, state);
    }),
  );
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  server.requestTimeout = 30_000;
  const port = await listen(server, config);
  log.info({ port }, 'listening');
  return { port, close: () => drain(server, state).then(() => execution.close()) };
}

async function page(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  { subgraphs, production }: GatewayConfig,
  state: { draining: boolean },
): Promise<void> {
  const known = ['/healthz', '/readyz', ...(production ? [] : ['/graphiql'])].includes(pathname);
  if (!known) return answerFailure(response, 'NOT_FOUND');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return answerFailure(response, 'METHOD_NOT_ALLOWED');
  }
  if (pathname === '/healthz') return answerJson(response, 200, '{"status":"ok"}');
  if (pathname === '/graphiql') return answerGraphiql(request, response);
  const readiness = await readinessOf(subgraphs);
  const ready = readiness.ready && !state.draining;
  answerJson(response, ready ? 200 : 503, JSON.stringify({ ...readiness, ready }));
}

/** No request ends without an answer, and no surprise shows itself. */
function guarded(log: Log, state: { draining: boolean }, handle: Handler): Handler {
  return async (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (state.draining) response.setHeader('connection', 'close');
    try {
      await handle(request, response);
    } catch (err) {
      const errorId = randomUUID();
      log.error({ errorId, err }, 'request failed');
      if (response.headersSent) response.destroy();
      else answerFailure(response, 'INTERNAL_ERROR', { errorId });
    }
  };
}

function listen(server: Server, { port, host }: GatewayConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`端口 ${port} 已被占用 / port ${port} on ${host} is taken.`) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What is under way is answered; then the connections close. */
async function drain(server: Server, state: { draining: boolean }): Promise<void> {
  state.draining = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept connection becomes idle when its last answer has been sent, which may be any moment.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
