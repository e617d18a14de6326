import type { KeptEvidence } from '../evidence/evidence.store.js';
import type { CaseDuty } from './duty-fold.js';

/** Where the relay keeps who did what in which case. */
export type DutyFiles = {
  /** In place of what was kept of these cases. */
  set(cases: readonly { readonly caseId: string; readonly duties: readonly CaseDuty[] }[]): Promise<void>;
};

/** A year of one deputy or member, over the cases of that year. */
export type DutyYear = {
  readonly mandateId: string;
  readonly led: number;
  readonly joined: number;
  readonly ratings: number;
  readonly contacts: number;
  /** Of those led. */
  readonly accepted: number;
  readonly solved: number;
  readonly caseIds: readonly string[];
};

export type DutyReads = {
  /** Whoever did nothing in the year is left out. */
  ofYear(year: number, mandateIds: readonly string[]): Promise<readonly DutyYear[]>;
  /** Grades of suggestions themselves that count now. */
  gradesOf(caseIds: readonly string[]): Promise<readonly KeptEvidence[]>;
};
