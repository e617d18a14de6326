import type { Viewer } from '@duban/kernel';
import { type GatewayKey, IDENTITY_HEADER, SIGNATURE_HEADER, signRequest } from '@duban/kernel/edge';
import { ask } from './http-client.js';

/** Finds who a verified subject is, with the grant asked for or the primary one; null: nobody any more. */
export type FindViewer = (subject: string, grant: string | null) => Promise<Viewer | null>;

/** `people` cannot be asked, and what was known is too old to be believed. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
}

type Options = {
  readonly peopleUrl: string;
  readonly keys: readonly GatewayKey[];
  /** For how long an answer is believed without asking again. */
  readonly freshMs: number;
  /** For how long at most when `people` does not answer. */
  readonly staleMs?: number;
};

type Known = { viewer: Viewer | null; askedAt: number };

const MAX_KNOWN = 10_000;
const NOBODY_MS = 3_000;
const TIMEOUT_MS = 5_000;

/** Asks `people` and remembers for a moment: a disabled account or an ended grant is gone within it. */
export function createViewerLookup({ peopleUrl, keys, freshMs, staleMs = 60_000 }: Options): FindViewer {
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<Viewer | null>>();

  const lookUp = async (key: string, subject: string, grant: string | null): Promise<Viewer | null> => {
    const askedAt = Date.now();
    const viewer = await askPeople(peopleUrl, keys, subject, grant);
    known.delete(key);
    if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value as string);
    known.set(key, { viewer, askedAt });
    return viewer;
  };

  return async (subject, grant) => {
    const key = JSON.stringify([subject, grant]);
    const before = known.get(key);
    const age = before ? Date.now() - before.askedAt : Number.POSITIVE_INFINITY;
    if (before && age < (before.viewer ? freshMs : Math.min(freshMs, NOBODY_MS))) return before.viewer;
    const pending = asking.get(key) ?? lookUp(key, subject, grant).finally(() => asking.delete(key));
    asking.set(key, pending);
    try {
      return await pending;
    } catch (cause) {
      if (before && age < staleMs) return before.viewer;
      throw new IdentityUnavailable('people does not answer', { cause });
    }
  };
}

async function askPeople(
  peopleUrl: string,
  keys: readonly GatewayKey[],
  subject: string,
  grant: string | null,
): Promise<Viewer | null> {
  const path = '/internal/identity';
  const body = JSON.stringify(grant === null ? { subject } : { subject, grant });
  const signature = () => signRequest(keys, { service: 'people', method: 'POST', path, identity: '', body });
  const answer = await ask(`${peopleUrl}${path}`, {
    headers: () => ({ 'content-type': 'application/json', [SIGNATURE_HEADER]: signature() }),
    body,
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.status !== 200) throw new Error(`people answered ${answer.status}`);
  return JSON.parse(answer.body) as Viewer | null;
}

/** The header under which services are told who asks. */
export function identityHeader(viewer: Viewer, requestId: string): Record<typeof IDENTITY_HEADER, string> {
  return { [IDENTITY_HEADER]: Buffer.from(JSON.stringify({ ...viewer, requestId })).toString('base64url') };
}
