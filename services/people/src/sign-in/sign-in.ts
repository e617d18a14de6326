import { checkText } from '@duban/kernel';
import { decideSignIn } from '../account.js';
import type { SignInStore } from './sign-in.store.js';

export type Passwords = {
  /** Takes as long for no hash as for a wrong password. */
  verify(password: string, hash: string | null): Promise<boolean>;
};

export type SignInDeps = { readonly accounts: SignInStore; readonly passwords: Passwords };

/**
 * Gives the subject of the account, or null. Why it is null is recorded with the account, and never
 * told: wrong password, lock, disabled account and unknown login all look the same from outside.
 */
export async function signIn(
  { accounts, passwords }: SignInDeps,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<{ subject: string } | null> {
  const known = isPlausible(login) ? await accounts.findByLogin(login) : [];
  const credentials = known.length === 1 ? known[0] : undefined;
  const right = await passwords.verify(password, credentials?.passwordHash ?? null);
  if (!credentials) return null;
  const { tenant, account } = credentials;
  const decision = await accounts.record(tenant, account.id, (current, now) =>
    decideSignIn(current, right, now),
  );
  return decision.refused === null ? { subject: account.subject } : null;
}

const isPlausible = (login: string): boolean => checkText('login', login, { max: 100 }) === null;
