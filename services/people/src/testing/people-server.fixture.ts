import { join } from 'node:path';
import type { Viewer } from '@duban/kernel';
import {
  type Database,
  IDENTITY_HEADER,
  parseGatewayKeys,
  type ServiceServer,
  SIGNATURE_HEADER,
  signRequest,
  startServiceServer,
} from '@duban/kernel/runtime';
import { peopleConfig } from '../config.js';
import { serverOf } from '../wiring.js';
import { CHEAP, type PeopleFixture, quiet } from './people.fixture.js';

const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64url')}`;

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, field by field
type Answer = { readonly status: number; readonly data: any; readonly errors?: readonly any[] };

export type PeopleServer = {
  /** A signed operation, as the gateway sends it for a viewer. */
  graph(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** Where the server is found, for the pages of sign-in. */
  readonly url: string;
  /** The signed question who a token's subject is. */
  identity(question: object): Promise<Viewer | null>;
  /** The server alone; the fixture's database stays open. */
  close(): Promise<void>;
};

/** The whole service over HTTP, on the fixture's database. */
export async function peopleServer(
  { database, folder, url }: PeopleFixture,
  env: Record<string, string> = {},
): Promise<PeopleServer> {
  const config = peopleConfig.parse({
    DATABASE_URL: url,
    DUBAN_GATEWAY_KEYS: KEYS,
    DUBAN_LOCALITIES: join(process.cwd(), 'localities'),
    DUBAN_DATA: folder,
    PUBLIC_URL: 'http://duban.test',
    ...env,
  });
  const open: Database = { ...database, close: async () => undefined };
  const options = await serverOf(config, open, quiet, CHEAP);
  const server = await startServiceServer({ ...options, port: 0, ownsProcess: false });
  return {
    url: `http://127.0.0.1:${server.port}`,
    graph: (viewer, query, variables = {}) => send(server, '/graphql', { query, variables }, viewer),
    identity: async (question) =>
      (await post(server, '/internal/identity', question, null)).json() as Promise<Viewer | null>,
    close: () => server.close(),
  };
}

async function send(server: ServiceServer, path: string, content: object, viewer: Viewer): Promise<Answer> {
  const response = await post(server, path, content, viewer);
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

function post(
  server: ServiceServer,
  path: string,
  content: object,
  viewer: Viewer | null,
): Promise<Response> {
  const body = JSON.stringify(content);
  const identity = viewer
    ? Buffer.from(JSON.stringify({ ...viewer, requestId: 'r1' })).toString('base64url')
    : '';
  const signed = { service: 'people', method: 'POST', path, identity, body };
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    [SIGNATURE_HEADER]: signRequest(parseGatewayKeys(KEYS), signed),
    ...(identity ? { [IDENTITY_HEADER]: identity } : {}),
  };
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers, body });
}
