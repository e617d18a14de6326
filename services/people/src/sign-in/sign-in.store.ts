import type { Account, SignInDecision } from '../account.js';

/** An account with what only sign-in needs to know of it. */
export type Credentials = {
  readonly tenant: number;
  readonly account: Account;
  readonly passwordHash: string | null;
};

/** What a new password is measured against. */
export type PasswordOwner = Credentials & {
  readonly name: string | null;
  /** Hashes of the passwords chosen before, newest first. */
  readonly history: readonly string[];
};

export type ChosenPassword = { readonly hash: string; readonly history: readonly string[] };

/** Finding accounts before anybody has signed in: only by naming one, and writing only to the one found. */
export interface SignInStore {
  /** More than one only if two localities gave the same login, which the loader refuses. */
  findByLogin(login: string): Promise<readonly Credentials[]>;
  /** One person may have an account in each of several localities under one subject. */
  findBySubject(subject: string): Promise<readonly Credentials[]>;
  findOwner(tenant: number, accountId: string): Promise<PasswordOwner | null>;
  /** Locks the account, decides on its state as it is now, and records the decision with its events; the password unless it is refused. */
  record(
    tenant: number,
    accountId: string,
    decide: (account: Account, now: string) => SignInDecision,
    password?: ChosenPassword,
  ): Promise<SignInDecision>;
}
