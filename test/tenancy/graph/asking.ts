import type { Viewer } from '@duban/kernel';
import type { GatewayKey } from '@duban/kernel/edge';
import { IDENTITY_HEADER, SIGNATURE_HEADER, signRequest } from '@duban/kernel/edge';
import { fetchKept } from '../../kit/kept-connection.js';

/** An answer exactly as it came. */
export type Raw = {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
  readonly body: any;
};

export type Question = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** Sends one request as somebody. */
export type Ask = (question: Question) => Promise<Raw>;

async function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  over = fetch,
): Promise<Raw> {
  const response = await over(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

/** Through the gateway, with a token or with none. */
export const throughGateway =
  (url: string, token: string | null): Ask =>
  (question) =>
    send(
      `${url}/graphql`,
      token === null ? {} : { authorization: `Bearer ${token}` },
      JSON.stringify(question),
      fetchKept as typeof fetch,
    );

type Subgraph = { readonly name: string; readonly url: string; readonly keys: readonly GatewayKey[] };

/** At a subgraph itself, as the gateway would ask it for this viewer. */
export function asGateway({ name, url, keys }: Subgraph, viewer: Viewer): Ask {
  const identity = Buffer.from(JSON.stringify({ ...viewer, requestId: 'tenancy' })).toString('base64url');
  return (question) => {
    const body = JSON.stringify(question);
    const request = { service: name, method: 'POST', path: '/graphql', identity, body };
    const headers = { [IDENTITY_HEADER]: identity, [SIGNATURE_HEADER]: signRequest(keys, request) };
    return send(`${url}/graphql`, headers, body);
  };
}

/** Runs the work for all, a few at a time. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
