import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import { answerFailure } from './answer.js';

/** Headers that belong to one connection, not to the request. */
const HOP_HEADERS = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const TIMEOUT_MS = 30_000;

type Options = {
  readonly peopleUrl: string;
  /** How the outside world names the gateway; left out: as the request says. */
  readonly publicUrl: string | undefined;
  readonly onTrouble: (error: unknown) => void;
};

/** `/oidc/*`: the sign-in pages and the token endpoint of `people`, streamed both ways. */
export function signInProxy({ peopleUrl, publicUrl, onTrouble }: Options) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const outgoing = send(new URL(request.url ?? '/', peopleUrl), {
      agent,
      method: request.method ?? 'GET',
      headers: { ...passedOn(request.headers), ...forwarded(request, publicUrl) },
      timeout: TIMEOUT_MS,
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer in time')));
    outgoing.once('error', (error) => {
      onTrouble(error);
      if (response.headersSent) response.destroy();
      else answerFailure(response, 'SERVICE_UNAVAILABLE');
    });
    outgoing.once('response', (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, withoutHops(incoming.headers));
      incoming.pipe(response);
    });
    response.once('close', () => {
      if (!response.writableFinished) outgoing.destroy();
    });
    request.pipe(outgoing);
  };
}

const withoutHops = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(/\s*,\s*/);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_HEADERS.has(name) && !named.includes(name)),
  );
};

/** What says who asks or where from is the gateway's to say. */
const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(withoutHops(headers)).filter(
      ([name]) => !/^(x-|duban-)/.test(name) && name !== 'forwarded' && name !== 'host',
    ),
  );

function forwarded(request: IncomingMessage, publicUrl: string | undefined): Record<string, string> {
  const base = publicUrl ? new URL(publicUrl) : null;
  const host = base?.host ?? request.headers.host ?? 'localhost';
  return {
    host,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-host': host,
    'x-forwarded-proto': base?.protocol.slice(0, -1) ?? 'http',
  };
}
