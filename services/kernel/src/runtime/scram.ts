import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ROUNDS = 4096;

/**
 * A password as PostgreSQL stores it (RFC 5803). Sent instead of the password itself, it keeps the
 * password out of the server's statement log. The password must be ASCII.
 */
export const scramVerifier = (password: string): string => verifier(password, randomBytes(16), ROUNDS);

/** True when the stored verifier is this password's. */
export function matchesVerifier(password: string, stored: string): boolean {
  const [, rounds, salt] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(stored) ?? [];
  if (rounds === undefined || salt === undefined) return false;
  return verifier(password, Buffer.from(salt, 'base64'), Number(rounds)) === stored;
}

function verifier(password: string, salt: Buffer, rounds: number): string {
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const key = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
