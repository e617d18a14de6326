import { checkText } from '@duban/kernel';
import { decideSignIn } from '../account.js';
import type { SignInStore } from './sign-in.store.js';

export type Passwords = {
  /** Takes as long for no hash as for a wrong password. */
  verify(password: string, hash: string | null): Promise<boolean>;
  hash(password: string): Promise<string>;
};

export type SignInDeps = { readonly accounts: SignInStore; readonly passwords: Passwords };

/** Somebody who came with the right password and must choose another one before anything else. */
export type PendingChange = {
  readonly tenant: number;
  readonly accountId: string;
  /** When the password was set that they came with. */
  readonly setAt: string | null;
};

/**
 * Gives the subject of the account, or that the password must be changed first, or null. Why it is null is recorded with the account, and never
 * told: wrong password, lock, disabled account and unknown login all look the same from outside.
 */
export async function signIn(
  { accounts, passwords }: SignInDeps,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<{ readonly subject: string } | { readonly change: PendingChange } | null> {
  const known = isPlausible(login) ? await accounts.findByLogin(login) : [];
  const credentials = known.length === 1 ? known[0] : undefined;
  const right = await passwords.verify(password, credentials?.passwordHash ?? null);
  if (!credentials) return null;
  const { tenant, account } = credentials;
  const decision = await accounts.record(tenant, account.id, (current, now) =>
    decideSignIn(current, right, now),
  );
  if (decision.refused !== null) return null;
  if (!decision.changeRequired) return { subject: account.subject };
  return { change: { tenant, accountId: account.id, setAt: account.passwordSetAt } };
}

const isPlausible = (login: string): boolean => checkText('login', login, { max: 100 }) === null;
