import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret the gateway shares with the services, by id so that it can be replaced while both run. */
export type GatewayKey = { readonly id: string; readonly secret: Buffer };

/** The header that carries the signature: `<key id>;<ISO time>;<nonce>;<HMAC-SHA256, base64url>`. */
export const SIGNATURE_HEADER = 'duban-signature';
/** The header that carries who asks: base64url of JSON. Absent: nobody. Always under the signature. */
export const IDENTITY_HEADER = 'duban-identity';

export const SIGNATURE_WINDOW_MS = 60_000;

/** What a signature covers. `service` keeps a request for one service from being sent to another. */
export type SignedRequest = {
  readonly service: string;
  readonly method: string;
  /** Path with query string, as in the request line. */
  readonly path: string;
  readonly identity: string;
  readonly body: string | Uint8Array;
};

/** Reads `id:base64url,id2:base64url` (newest first). Throws a message for people when it is not that. */
export function parseGatewayKeys(text: string): GatewayKey[] {
  return text.split(',').map((part) => {
    const [id, secret, ...rest] = part.trim().split(':');
    const bytes = Buffer.from(secret ?? '', 'base64url');
    if (!id || !/^[\w-]{1,40}$/.test(id) || rest.length > 0 || bytes.length < 32) {
      throw new Error(
        'DUBAN_GATEWAY_KEYS has to be <id>:<base64url of at least 32 bytes>, several separated by commas.',
      );
    }
    return { id, secret: bytes };
  });
}

/** The header's value for a request, signed with the newest key. */
export function signRequest(keys: readonly GatewayKey[], request: SignedRequest, now = Date.now()): string {
  const [key] = keys;
  if (!key) throw new Error('There is no key to sign with.');
  const time = new Date(now).toISOString();
  const nonce = randomBytes(16).toString('base64url');
  return [key.id, time, nonce, mac(key, request, time, nonce).toString('base64url')].join(';');
}

const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

function mac({ secret }: GatewayKey, request: SignedRequest, time: string, nonce: string): Buffer {
  const { service, method, path, identity, body } = request;
  const covered = ['duban-1', service, method.toUpperCase(), path, time, nonce, hash(identity), hash(body)];
  return createHmac('sha256', secret).update(covered.join('\n')).digest();
}

/** Why a signature was refused; for the log, never for the answer. */
export type SignatureFault =
  | 'MISSING'
  | 'MALFORMED'
  | 'UNKNOWN_KEY'
  | 'OUT_OF_TIME'
  | 'SIGNED_BEFORE_START'
  | 'WRONG'
  | 'NONCE_USED';

export type SignatureCheck = (header: string | undefined, request: SignedRequest) => SignatureFault | null;

type CheckOptions = { readonly now?: () => number; readonly startedAt?: number };

/** Signatures made before this process started are refused: it cannot know which nonces were used. */
const CLOCK_TOLERANCE_MS = 2_000;

/** A check that remembers nonces for as long as they could be used again. One per process. */
export function createSignatureCheck(
  keys: readonly GatewayKey[],
  { now = Date.now, startedAt = now() - CLOCK_TOLERANCE_MS }: CheckOptions = {},
): SignatureCheck {
  const secrets = new Map(keys.map((key) => [key.id, key]));
  const nonces = nonceMemory(now);
  return (header, request) => {
    if (header === undefined || header === '') return 'MISSING';
    const parsed = parseHeader(header);
    if (!parsed) return 'MALFORMED';
    const key = secrets.get(parsed.keyId);
    if (!key) return 'UNKNOWN_KEY';
    const signedAt = Date.parse(parsed.time);
    if (!(Math.abs(now() - signedAt) <= SIGNATURE_WINDOW_MS)) return 'OUT_OF_TIME';
    if (signedAt < startedAt) return 'SIGNED_BEFORE_START';
    const expected = mac(key, request, parsed.time, parsed.nonce);
    if (expected.length !== parsed.mac.length || !timingSafeEqual(expected, parsed.mac)) return 'WRONG';
    return nonces.isNew(parsed.nonce) ? null : 'NONCE_USED';
  };
}

function parseHeader(header: string): { keyId: string; time: string; nonce: string; mac: Buffer } | null {
  if (header.length > 300) return null;
  const match = /^([\w-]{1,40});(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z);([\w-]{16,64});([\w-]{43})$/.exec(
    header,
  );
  if (!match) return null;
  const [, keyId, time, nonce, code] = match as unknown as [string, string, string, string, string];
  return { keyId, time, nonce, mac: Buffer.from(code, 'base64url') };
}

/** Two generations, each as long as the whole window in which a time is accepted (past and future). */
function nonceMemory(now: () => number): { isNew(nonce: string): boolean } {
  const generation = 2 * SIGNATURE_WINDOW_MS;
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnAt = now() + generation;
  return {
    isNew(nonce) {
      if (now() >= turnAt) {
        previous = now() >= turnAt + generation ? new Set() : current;
        current = new Set();
        turnAt = now() + generation;
      }
      if (current.has(nonce) || previous.has(nonce)) return false;
      current.add(nonce);
      return true;
    },
  };
}
