import { generateKeyPairSync, hkdfSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, type JWK } from 'jose';

/** The first signs, all of them verify: a new key is put in front, an old one removed when its tokens have expired. */
export type SigningKeys = { readonly keys: readonly JWK[] };

/** Reads the keys; makes a file with one key, for its owner's eyes alone, where there is none. */
export async function readSigningKeys(file: string): Promise<SigningKeys> {
  const { keys } = JSON.parse(readOrMake(file)) as { keys?: JWK[] };
  const usable = (keys ?? []).filter((key) => key.kty === 'EC' && key.crv === 'P-256' && key.d);
  if (usable.length === 0) throw new Error(`${file} has no private key for ES256 (EC, P-256) in "keys".`);
  const complete = usable.map(async (key) => ({
    ...key,
    kid: key.kid ?? (await calculateJwkThumbprint(key)),
    alg: 'ES256',
    use: 'sig',
  }));
  return { keys: await Promise.all(complete) };
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text = JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] });
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return text;
  } catch (error) {
    // Another process was faster; its keys are as good.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8');
  }
}

/** Keys that cookies are signed with, newest first: they follow from the signing keys and turn over with them. */
export const cookieKeys = ({ keys }: SigningKeys): string[] =>
  keys.map(({ d = '' }) =>
    Buffer.from(hkdfSync('sha256', d, '', 'duban sign-in cookies', 32)).toString('base64url'),
  );

/** Calls back with the new keys whenever the file changes; a file that cannot be used leaves the old keys in force. */
export function watchSigningKeys(
  file: string,
  { changed, failed, everyMs = 2_000 }: WatchOptions,
): { stop(): void } {
  let seen = stamp(file);
  const timer = setInterval(() => {
    const now = stamp(file);
    if (now === seen || now === null) return;
    seen = now;
    readSigningKeys(file).then(changed, failed);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

type WatchOptions = {
  readonly changed: (keys: SigningKeys) => void;
  readonly failed: (error: unknown) => void;
  readonly everyMs?: number;
};

function stamp(file: string): string | null {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs}-${size}-${ino}`;
  } catch {
    return null;
  }
}
