import type { AccountStore, GrantStore } from './account.store.js';
import type { MandateStore, PersonStore } from './mandate.store.js';

/** What every use case of this service gets, inside one transaction. */
export type PeopleDeps = {
  readonly accounts: AccountStore;
  readonly grants: GrantStore;
  readonly persons: PersonStore;
  readonly mandates: MandateStore;
  /** The transaction's instant, ISO. */
  readonly now: () => string;
  readonly newId: () => string;
  /** A one-time password, and what is kept of it. */
  readonly makePassword: () => Promise<{ readonly password: string; readonly hash: string }>;
  /** The address of the outside issuer that people sign in with; null where it is the bundled provider. */
  readonly outsideIssuer: string | null;
  /** What logins of a locality begin with. */
  readonly codeOf: (tenant: number) => string;
};
