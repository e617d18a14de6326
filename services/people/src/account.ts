import { accept, type NewEvent, type Outcome, type Refused, refuse } from '@duban/kernel';

/** Five failures in a row lock an account for fifteen minutes. */
const LOCKOUT = { failures: 5, minutes: 15 } as const;

/** A password is good for ninety days. */
const PASSWORD_DAYS = 90;

/** The database's clock and the sign-in's own may differ by this much. */
const CLOCKS_DIFFER_MS = 30_000;

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
  /** The password is a one-time password: good for choosing one's own and for nothing else. */
  readonly mustChangePassword: boolean;
  /** When the password was last set; null for passwords that do not age (demonstration) and where there is none. */
  readonly passwordSetAt: string | null;
  readonly version: number;
};

type SignInRefusal = 'WRONG_PASSWORD' | 'LOCKED' | 'DISABLED' | 'PASSWORD_REPLACED';

export type SignInDecision = {
  readonly refused: SignInRefusal | null;
  /** Right, but nobody is signed in before the password has been changed. */
  readonly changeRequired: boolean;
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
  const changeRequired = account.mustChangePassword || isTooOld(account, now);
  const type = changeRequired ? 'account.password_change_required' : 'account.signed_in';
  return { ...RIGHT, changeRequired, events: [{ type, payload: { accountId: account.id } }] };
}

const RIGHT = { refused: null, failedAttempts: 0, lockedUntil: null } as const;

const isTooOld = ({ passwordSetAt }: Account, now: string): boolean =>
  passwordSetAt !== null && Date.parse(now) - Date.parse(passwordSetAt) > PASSWORD_DAYS * 86_400_000;

/**
 * The person has chosen a password and is signed in with it. `setAt` is when the password was set that
 * they came with: if there is another one meanwhile, whoever set it decides.
 */
export function decideChangePassword(account: Account, setAt: string | null, now: string): SignInDecision {
  if (isLocked(account, now)) return refusedSignIn(account, 'LOCKED', account);
  if (account.status === 'DISABLED') return refusedSignIn(account, 'DISABLED', account);
  if (account.passwordSetAt !== setAt) return refusedSignIn(account, 'PASSWORD_REPLACED', account);
  const payload = { accountId: account.id };
  const events = ['account.password_changed', 'account.signed_in'].map((type) => ({ type, payload }));
  return { ...RIGHT, changeRequired: false, events };
}

/** Whether a session or token begun then still counts: a new password ends what was begun with an old one. */
export const goesOn = (account: Account, begunAt: string): boolean =>
  account.status === 'ACTIVE' &&
  !account.mustChangePassword &&
  (account.passwordSetAt === null ||
    Date.parse(begunAt) + CLOCKS_DIFFER_MS >= Date.parse(account.passwordSetAt));

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
  return { refused: reason, changeRequired: false, failedAttempts, lockedUntil, events };
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

/** A new password also lifts a lock; what was begun with the old one ends. */
export function decideReset(account: Account): Outcome<NewEvent> {
  if (account.subject !== account.id) return refuse('ACCOUNT_WITHOUT_PASSWORD');
  return accept({ type: 'account.password_reset', payload: { accountId: account.id } });
}

/** May somebody have this login? It names its locality, so that nobody else's can be the same. */
export function checkLogin(login: string, localityCode: string): Refused | null {
  if (!/^[a-z0-9._-]{1,100}$/.test(login)) return refuse('LOGIN_MALFORMED');
  return loginBelongsTo(login, localityCode)
    ? null
    : refuse('LOGIN_NEEDS_PREFIX', { prefix: `${localityCode}.` });
}

/** A login belongs to its locality by its prefix, so that the same login cannot exist in two localities. */
export const loginBelongsTo = (login: string, localityCode: string): boolean =>
  login.startsWith(`${localityCode}.`) && login.length > localityCode.length + 1;
