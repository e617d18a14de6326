import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { createKeySet } from './key-set.js';

/** Signatures the gateway believes, whatever a token's header says. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const MAX_TOKEN_LENGTH = 8_192;
const MAX_REMEMBERED = 10_000;
const CLOCK_TOLERANCE_S = 5;

export type TokenSettings = { readonly issuer: string; readonly audience: string; readonly jwksUri: string };

/** Gives the subject of a valid access token, null for any other; fails when the issuer's keys cannot be had. */
export type VerifyToken = (token: string) => Promise<string | null>;

type Remembered = { readonly subject: string; readonly expiresAt: number };

/** Verified tokens are remembered until they expire or the issuer takes a key back. */
export function createTokenVerifier(settings: TokenSettings): VerifyToken {
  const remembered = new Map<string, Remembered>();
  const keys = createKeySet({ jwksUri: settings.jwksUri, onChange: () => remembered.clear() });
  return async (token) => {
    const known = remembered.get(token);
    if (known) {
      if (known.expiresAt > Date.now()) return known.subject;
      remembered.delete(token);
      return null;
    }
    if (token.length > MAX_TOKEN_LENGTH || !isPlausible(token, settings)) return null;
    const payload = await verified(token, settings, keys.find);
    if (!payload?.sub || !payload.exp) return null;
    if (remembered.size >= MAX_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
    remembered.set(token, { subject: payload.sub, expiresAt: payload.exp * 1000 });
    return payload.sub;
  };
}

/**
 * What can be seen without a key. It keeps tokens that could never be valid from making the gateway
 * ask the issuer for keys.
 */
function isPlausible(token: string, { issuer, audience }: TokenSettings): boolean {
  try {
    const { alg, kid, crit, b64 } = decodeProtectedHeader(token);
    const { iss, aud, exp, sub } = decodeJwt(token);
    return (
      ALGORITHMS.includes(alg ?? '') &&
      typeof kid === 'string' &&
      crit === undefined &&
      b64 === undefined &&
      iss === issuer &&
      [aud].flat().includes(audience) &&
      typeof exp === 'number' &&
      exp * 1000 > Date.now() &&
      typeof sub === 'string' &&
      sub !== '' &&
      sub.length <= 255
    );
  } catch {
    return false;
  }
}

async function verified(
  token: string,
  { issuer, audience }: TokenSettings,
  find: (kid: string, algorithm: string) => Promise<CryptoKey | Uint8Array | null>,
): Promise<JWTPayload | null> {
  const { kid, alg } = decodeProtectedHeader(token);
  const key = await find(kid as string, alg as string);
  if (!key) return null;
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
