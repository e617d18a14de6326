import { type CryptoKey, importJWK, type JWK } from 'jose';
import { ask } from './http-client.js';

type PublicKey = CryptoKey | Uint8Array;

export type KeySet = {
  /** The key of this id for this algorithm; null when the issuer does not know it. */
  find(kid: string, algorithm: string): Promise<PublicKey | null>;
};

type Options = {
  readonly jwksUri: string;
  /** Told when a key is no longer there: what it signed is not to be believed any longer. */
  readonly onChange?: () => void;
  readonly maxAgeMs?: number;
  /** Shortest time between two fetches. */
  readonly pauseMs?: number;
};

/**
 * The issuer's signing keys. An unknown key id makes the set be fetched again, at most once per
 * pause; whoever asks meanwhile waits for that fetch, so that a new key loses no request.
 */
export function createKeySet({ jwksUri, onChange, maxAgeMs = 300_000, pauseMs = 1_000 }: Options): KeySet {
  let documents: readonly JWK[] | null = null;
  let imported = new Map<string, Promise<PublicKey | null>>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  const fetchKeys = async (): Promise<void> => {
    const wait = fetchedAt + pauseMs - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    fetchedAt = Date.now();
    const fresh = await fetchDocuments(jwksUri);
    const gone = documents?.some((old) => !fresh.some((key) => sameKey(key, old))) ?? false;
    documents = fresh;
    imported = new Map();
    if (gone) onChange?.();
  };
  const refresh = (): Promise<void> => {
    fetching ??= fetchKeys().finally(() => {
      fetching = null;
    });
    return fetching;
  };
  const known = (kid: string): JWK | undefined => documents?.find((key) => key.kid === kid);

  return {
    async find(kid, algorithm) {
      const old = documents !== null && Date.now() - fetchedAt > maxAgeMs;
      if (!known(kid)) await refresh();
      else if (old) refresh().catch(() => undefined);
      const key = known(kid);
      if (!key || (key.use && key.use !== 'sig') || (key.alg && key.alg !== algorithm)) return null;
      const id = `${kid} ${algorithm}`;
      if (!imported.has(id))
        imported.set(
          id,
          importJWK(key, algorithm).catch(() => null),
        );
      return imported.get(id) ?? null;
    },
  };
}

const sameKey = (one: JWK, other: JWK): boolean =>
  one.kid === other.kid && one.x === other.x && one.y === other.y && one.n === other.n;

async function fetchDocuments(jwksUri: string): Promise<readonly JWK[]> {
  const { status, body } = await ask(jwksUri, { method: 'GET', timeoutMs: 5_000 });
  if (status !== 200) throw new Error(`the issuer answered ${status} for its keys`);
  const { keys } = JSON.parse(body) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('the issuer gave no keys');
  return keys.filter((key: JWK) => typeof key?.kid === 'string' && key.kty !== 'oct');
}
