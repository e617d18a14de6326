import { decideChangePassword } from '../account.js';
import { type PasswordProblem, passwordProblems, remember } from '../password.js';
import type { Passwords, PendingChange, SignInDeps } from '../sign-in/sign-in.js';
import type { PasswordOwner } from '../sign-in/sign-in.store.js';

export type TypedPassword = { readonly password: string; readonly repeated: string };

/**
 * 修改密码, in the middle of a sign-in: gives the subject, now signed in, or what is wrong with the
 * new password, or null when the account or its password is not what it was a moment ago.
 */
export async function changePassword(
  { accounts, passwords }: SignInDeps,
  { tenant, accountId, setAt }: PendingChange,
  typed: TypedPassword,
): Promise<{ readonly subject: string } | { readonly problems: readonly PasswordProblem[] } | null> {
  const owner = await accounts.findOwner(tenant, accountId);
  if (!owner || owner.account.passwordSetAt !== setAt) return null;
  const problems = await problemsOf(passwords, owner, typed);
  if (problems.length > 0) return { problems };
  const hash = await passwords.hash(typed.password);
  const chosen = { hash, history: remember(hash, owner.history) };
  const decide: Parameters<typeof accounts.record>[2] = (current, now) =>
    decideChangePassword(current, setAt, now);
  const decision = await accounts.record(tenant, accountId, decide, chosen);
  return decision.refused === null ? { subject: owner.account.subject } : null;
}

/** Comparing with earlier passwords is dear, so it comes last and only where nothing else is wrong. */
async function problemsOf(
  passwords: Passwords,
  owner: PasswordOwner,
  { password, repeated }: TypedPassword,
): Promise<PasswordProblem[]> {
  const problems = passwordProblems(password, { login: owner.account.login, name: owner.name });
  if (password !== repeated) problems.push('REPEATED_OTHERWISE');
  if (problems.length > 0) return problems;
  for (const hash of new Set([owner.passwordHash, ...owner.history])) {
    if (await passwords.verify(password, hash)) return ['USED_BEFORE'];
  }
  return [];
}
