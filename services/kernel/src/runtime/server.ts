import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { graphqlRoute } from './server-graphql.js';
import { internalRoute } from './server-internal.js';
import { stopWithProcess } from './server-lifecycle.js';
import type { ServiceServerOptions } from './server-options.js';
import { answerUnexpected, refuse, verified } from './server-request.js';
import { createSignatureCheck, parseGatewayKeys } from './signature.js';

export type ServiceServer = {
  readonly port: number;
  /** Not ready from now on; answers what is under way, then closes. */
  close(): Promise<void>;
};

const DRAIN_MS = 10_000;

/** Starts a service's HTTP server. Fails with a message for people when the port is taken. */
export async function startServiceServer(options: ServiceServerOptions): Promise<ServiceServer> {
  const state = { draining: false };
  const { app, stop } = await routes(options, state);
  const server = createServer(app);
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  server.requestTimeout = 30_000;
  const port = await listen(server, options);
  const close = once(async () => {
    state.draining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A kept connection becomes idle when its last answer has been sent, which may be any moment.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => {
      options.log.warn('connections still open are cut');
      server.closeAllConnections();
    }, DRAIN_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(cut);
    await stop();
    await options.onClose?.();
  });
  options.log.info({ port }, 'listening');
  if (options.ownsProcess ?? true) stopWithProcess(close, options.log);
  return { port, close };
}

async function routes(
  options: ServiceServerOptions,
  state: { draining: boolean },
): Promise<{ app: Express; stop(): Promise<void> }> {
  const keys = typeof options.keys === 'string' ? parseGatewayKeys(options.keys) : options.keys;
  const signed = verified({ service: options.name, check: createSignatureCheck(keys), log: options.log });
  const graphql = await graphqlRoute(options);
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((_request, response, next) => {
    if (state.draining) response.setHeader('connection', 'close');
    next();
  });
  for (const [path, handler] of Object.entries(options.open ?? {})) app.use(path, handler);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const ready = !state.draining && (await options.health().catch(() => false));
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.post('/graphql', signed, ...graphql.handlers);
  app.post('/internal/:name', signed, internalRoute(options.internal ?? {}));
  app.all(['/graphql', '/internal/:name'], (_request, response) => {
    response.setHeader('allow', 'POST');
    refuse(response, 'METHOD_NOT_ALLOWED');
  });
  app.use((_request, response) => refuse(response, 'NOT_FOUND'));
  app.use(answerUnexpected(options.log));
  return { app, stop: graphql.stop };
}

function listen(server: ReturnType<typeof createServer>, options: ServiceServerOptions): Promise<number> {
  const { name, port, host = '127.0.0.1' } = options;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`端口 ${port} 已被占用 / ${name}: port ${port} on ${host} is taken.`) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}
