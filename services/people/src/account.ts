import { accept, type NewEvent, type Outcome, refuse } from '@duban/kernel';

/** Five failures in a row lock an account for fifteen minutes. */
const LOCKOUT = { failures: 5, minutes: 15 } as const;

export type AccountStatus = 'ACTIVE' | 'DISABLED';

export type Account = {
  readonly id: string;
  readonly login: string;
  /** What tokens call the account: its own id, or `issuer|subject` of an outside issuer. */
  readonly subject: string;
  readonly personId: string | null;
  readonly status: AccountStatus;
  readonly failedAttempts: number;
  readonly lockedUntil: string | null;
  readonly version: number;
};

type SignInRefusal = 'WRONG_PASSWORD' | 'LOCKED' | 'DISABLED';

export type SignInDecision = {
  readonly refused: SignInRefusal | null;
  readonly failedAttempts: number;
  readonly lockedUntil: string | null;
  readonly events: readonly NewEvent[];
};

const isLocked = (account: Pick<Account, 'lockedUntil'>, now: string): boolean =>
  account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.parse(now);

/**
 * What an attempt to sign in does to the account. While it is locked nothing counts, not even the
 * right password: otherwise guessing would go on unseen. The person is told the same in every case.
 */
export function decideSignIn(account: Account, passwordRight: boolean, now: string): SignInDecision {
  if (isLocked(account, now)) return refusedSignIn(account, 'LOCKED', account);
  if (!passwordRight) return wrongPassword(account, now);
  if (account.status === 'DISABLED') return refusedSignIn(account, 'DISABLED', account);
  const events = [{ type: 'account.signed_in', payload: { accountId: account.id } }];
  return { refused: null, failedAttempts: 0, lockedUntil: null, events };
}

function wrongPassword(account: Account, now: string): SignInDecision {
  const failures = account.failedAttempts + 1;
  if (failures < LOCKOUT.failures) {
    return refusedSignIn(account, 'WRONG_PASSWORD', { failedAttempts: failures, lockedUntil: null });
  }
  const lockedUntil = new Date(Date.parse(now) + LOCKOUT.minutes * 60_000).toISOString();
  const decision = refusedSignIn(account, 'WRONG_PASSWORD', { failedAttempts: 0, lockedUntil });
  const locked = { type: 'account.locked', payload: { accountId: account.id, until: lockedUntil } };
  return { ...decision, events: [...decision.events, locked] };
}

function refusedSignIn(
  account: Account,
  reason: SignInRefusal,
  { failedAttempts, lockedUntil }: Pick<Account, 'failedAttempts' | 'lockedUntil'>,
): SignInDecision {
  const events = [{ type: 'account.sign_in_refused', payload: { accountId: account.id, reason } }];
  return { refused: reason, failedAttempts, lockedUntil, events };
}

/** Nobody disables the account they are using: a locality would lose its only administrator by a slip. */
export function decideDisable(account: Account, ownAccountId: string, reason: string): Outcome<NewEvent> {
  if (account.id === ownAccountId) return refuse('OWN_ACCOUNT_NOT_ALLOWED');
  if (account.status === 'DISABLED') return refuse('ACCOUNT_ALREADY_DISABLED');
  return accept({ type: 'account.disabled', payload: { accountId: account.id, reason } });
}

/** Enabling also lifts a lock: it is the administrator's way to let a person back in at once. */
export function decideEnable(account: Account, now: string): Outcome<NewEvent> {
  if (account.status === 'ACTIVE' && !isLocked(account, now)) return refuse('ACCOUNT_ALREADY_ACTIVE');
  return accept({ type: 'account.enabled', payload: { accountId: account.id } });
}

/** A login belongs to its locality by its prefix, so that the same login cannot exist in two localities. */
export const loginBelongsTo = (login: string, localityCode: string): boolean =>
  login.startsWith(`${localityCode}.`) && login.length > localityCode.length + 1;
