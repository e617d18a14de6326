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
};
