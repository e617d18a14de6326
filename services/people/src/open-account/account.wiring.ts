import type { Outcome, Role } from '@duban/kernel';
import { createRunner, type Log, operatorOf } from '@duban/kernel/runtime';
import { passwordSlip } from '../password-slip.js';
import { PEOPLE_ACCESS } from '../people.access.js';
import { makeOneTimePassword } from '../sign-in/password.hash.js';
import { depsIn, openPeople } from '../wiring.js';
import { openAccount } from './open-account.js';

export { PEOPLE_REFUSALS } from '../refusals.js';
export { ROLE_NAMES } from '../role-names.js';

export type AccountWish = {
  /** The locality: its registration number, and the code that its logins begin with. */
  readonly tenant: number;
  readonly code: string;
  readonly login: string;
  readonly role: Role;
  readonly name: string | null;
  /** What the outside issuer calls the person; null where people sign in with a password. */
  readonly subject: string | null;
};

export type NewAccount = { readonly login: string; readonly oneTimePassword: string | null };

/** Accounts from the command line: the same use case and runner, on the service's own role. */
export type AccountOpening = {
  open(wish: AccountWish): Promise<Outcome<NewAccount>>;
  close(): Promise<void>;
};

/** `outsideIssuer`: the issuer's address where people do not sign in with the bundled provider. */
export async function openAccounts(
  url: string,
  log: Log,
  outsideIssuer: string | null,
): Promise<AccountOpening> {
  const database = await openPeople(url, log, 1);
  return {
    open: async ({ tenant, code, ...wish }) => {
      const deps = depsIn({ outsideIssuer, codeOf: () => code, makePassword: () => makeOneTimePassword() });
      const runner = createRunner({ database, access: PEOPLE_ACCESS, log, deps });
      const slip = passwordSlip();
      const outcome = await runner.run(openAccount(slip), operatorOf(tenant), {
        ...NOWHERE_IN_PARTICULAR,
        ...wish,
      });
      if (!outcome.accepted) return outcome;
      return { accepted: true, value: { login: wish.login, oneTimePassword: slip.read(outcome.value.mark) } };
    },
    close: () => database.close(),
  };
}

const NOWHERE_IN_PARTICULAR = {
  person: null,
  unit: null,
  section: null,
  mandate: null,
  validFrom: null,
  validTo: null,
} as const;
