import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database, Log } from '@duban/kernel/runtime';
import { goesOn } from '../account.js';
import { pendingChanges } from '../change-password/pending-change.store.js';
import { createProvider, SESSION_LIMITS } from './oidc.provider.js';
import { createPasswords } from './password.hash.js';
import { signInHandler } from './sign-in.http.js';
import type { Passwords } from './sign-in.js';
import { signInStore } from './sign-in.store.typeorm.js';
import { signInState, sweepSignInState } from './sign-in-state.store.typeorm.js';
import { readSigningKeys, type SigningKeys, watchSigningKeys } from './signing-keys.file.js';

export type SignInServiceOptions = {
  readonly database: Database;
  readonly log: Log;
  readonly issuer: string;
  readonly redirectUris: readonly string[];
  readonly signingKeysFile: string;
  readonly demonstration: boolean;
  readonly passwords?: Passwords;
  readonly refuseAfterMs?: number;
  readonly watchEveryMs?: number;
};

export type SignInService = {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): void;
};

const SWEEP_MS = 10 * 60_000;

/** The bundled OpenID provider with its pages; a changed key file replaces it without a pause. */
export async function startSignIn(options: SignInServiceOptions): Promise<SignInService> {
  const { database, log, issuer, redirectUris, signingKeysFile, demonstration, watchEveryMs } = options;
  const accounts = signInStore(database, { demonstration });
  const failed = (err: unknown) => log.error({ err }, 'sign-in failed');
  const isUsable = async (subject: string, begunAt: string) =>
    (await accounts.findBySubject(subject)).some(({ account }) => goesOn(account, begunAt));
  const adapter = signInState(database, SESSION_LIMITS);
  const providerWith = (keys: SigningKeys) =>
    createProvider({ issuer, redirectUris, keys, adapter, isUsable, failed });
  let provider = providerWith(await readSigningKeys(signingKeysFile));
  const watch = watchSigningKeys(signingKeysFile, {
    changed: (keys) => {
      provider = providerWith(keys);
      log.info({ keys: keys.keys.length }, 'signing keys changed');
    },
    failed,
    ...(watchEveryMs === undefined ? {} : { everyMs: watchEveryMs }),
  });
  const sweep = setInterval(() => sweepSignInState(database).catch(failed), SWEEP_MS);
  sweep.unref();
  const { refuseAfterMs = 500, passwords = createPasswords() } = options;
  return {
    handler: signInHandler({
      accounts,
      passwords,
      pending: pendingChanges(adapter('PasswordChange')),
      redirectUris,
      refuseAfterMs,
      failed,
      provider: () => provider,
    }),
    stop: () => {
      watch.stop();
      clearInterval(sweep);
    },
  };
}
