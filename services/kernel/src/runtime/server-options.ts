import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../viewer.js';
import type { Log } from './log.js';
import type { InternalHandler } from './server-internal.js';
import type { GatewayKey } from './signature.js';

export type ServiceServerOptions = {
  /** The service's name; signatures are made for it. */
  readonly name: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Keys shared with the gateway, or their text as in DUBAN_GATEWAY_KEYS. */
  readonly keys: readonly GatewayKey[] | string;
  readonly schema: GraphQLSchema;
  /** Makes the context of one operation; the server closes it. */
  // biome-ignore lint/suspicious/noExplicitAny: the server never touches the dependencies
  readonly context: (request: { readonly viewer: Viewer; readonly requestId: string }) => Context<any>;
  /** Whether the service can answer now: asks the database. */
  readonly health: () => Promise<boolean>;
  readonly log: Log;
  /** Signed `POST /internal/<name>`: what other parts of the platform ask without GraphQL. */
  readonly internal?: Readonly<Record<string, InternalHandler>>;
  /** Paths that the outside world reaches through the gateway as they are, such as `/oidc`. Unsigned. */
  readonly open?: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;
  /** Runs after the last answer, before the process ends: stop consumers, close the database. */
  readonly onClose?: () => Promise<void>;
  readonly deadlineMs?: number;
  /** False in tests: do not react to signals of the process. */
  readonly ownsProcess?: boolean;
};
