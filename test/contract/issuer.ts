import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

/** An OpenID issuer as far as the gateway sees one: signing keys, and tokens signed with them. */
export type Issuer = {
  readonly issuer: string;
  publicKeys(): readonly JWK[];
  current(): SigningKey;
  /** Signs with a new key from now on; old keys stay published. */
  rotate(): Promise<void>;
  /** Takes back every key but the newest. */
  forgetOld(): void;
  /** A valid token; `claims` replace or, undefined, remove its claims. */
  mint(subject: string, claims?: JWTPayload, header?: object, key?: CryptoKey): Promise<string>;
};

export async function createIssuer(issuer = 'http://issuer.test/oidc'): Promise<Issuer> {
  let keys = [await newKey('key-1')];
  const current = (): SigningKey => keys.at(-1) as SigningKey;
  return {
    issuer,
    publicKeys: () => keys.map(({ jwk }) => jwk),
    current,
    rotate: async () => {
      keys = [...keys, await newKey(`key-${keys.length + 1}`)];
    },
    forgetOld: () => {
      keys = keys.slice(-1);
    },
    mint: (subject, claims = {}, header = {}, key = current().privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { sub: subject, iss: issuer, aud: 'duban', iat: now, exp: now + 600, ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'ES256', kid: current().kid, typ: 'at+jwt', ...header })
        .sign(key);
    },
  };
}

async function newKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
