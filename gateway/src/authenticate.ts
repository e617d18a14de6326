import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@duban/kernel';
import type { FailureCode } from '@duban/kernel/edge';
import { type FindViewer, IdentityUnavailable } from './identity.js';
import type { VerifyToken } from './tokens.js';

type Authenticated = { readonly viewer: Viewer } | { readonly refused: FailureCode };

export type Authenticate = (request: IncomingMessage) => Promise<Authenticated>;

type Options = {
  readonly verify: VerifyToken;
  readonly findViewer: FindViewer;
  readonly onTrouble: (error: unknown) => void;
};

/** From the request's bearer token (and nothing else) to the viewer. `Duban-Grant` chooses among the account's own grants. */
export function createAuthenticate({ verify, findViewer, onTrouble }: Options): Authenticate {
  return async (request) => {
    const token = bearerToken(request);
    const grant = grantAsked(request);
    if (token === null || grant === undefined) return { refused: 'UNAUTHENTICATED' };
    try {
      const subject = await verify(token);
      if (subject === null) return { refused: 'UNAUTHENTICATED' };
      const viewer = await findViewer(subject, grant);
      if (viewer) return { viewer };
      if (grant === null) return { refused: 'UNAUTHENTICATED' };
      return { refused: (await findViewer(subject, null)) ? 'NOT_GRANTED' : 'UNAUTHENTICATED' };
    } catch (error) {
      onTrouble(error instanceof IdentityUnavailable ? error.cause : error);
      return { refused: 'SERVICE_UNAVAILABLE' };
    }
  };
}

/** Exactly one Authorization header with one well-formed bearer token. */
function bearerToken({ headersDistinct }: IncomingMessage): string | null {
  const [header, ...others] = headersDistinct.authorization ?? [];
  if (header === undefined || others.length > 0) return null;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1] ?? null;
}

/** Null when none is asked for; undefined when what is asked for cannot be a grant. */
function grantAsked({ headersDistinct }: IncomingMessage): string | null | undefined {
  const [header, ...others] = headersDistinct['duban-grant'] ?? [];
  if (header === undefined) return null;
  return others.length === 0 && /^[\w-]{1,100}$/.test(header) ? header : undefined;
}
