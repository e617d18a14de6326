import type { CaseFlag } from './flag-fold.js';

/** Where the relay keeps what work records say of the handling of cases. */
export type FlagFiles = {
  /** In place of what was kept of these cases. */
  set(cases: readonly { readonly caseId: string; readonly flags: readonly CaseFlag[] }[]): Promise<void>;
};
