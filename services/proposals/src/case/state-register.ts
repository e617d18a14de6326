import type { EntryMilestone, RegisterEvents } from './events-register.js';

/** Who sees to a promise, and the steps on the way; `doneAt` where the unit reported the step. */
export type EntryPlan = {
  readonly responsible: string;
  readonly milestones: readonly (EntryMilestone & { readonly doneAt: string | null })[];
  readonly at: string;
};

export type EntryRating = Omit<RegisterEvents['entry.rated'], 'entryId'> & { readonly at: string };

/** What an entry has beside its registration: nothing of it at first. */
export type EntryPursuit = {
  readonly plan: EntryPlan | null;
  readonly ratings: readonly EntryRating[];
  /** Terms it was carried into. */
  readonly crossedTerms: readonly { readonly toTerm: number; readonly at: string }[];
};

export const NO_PURSUIT: EntryPursuit = { plan: null, ratings: [], crossedTerms: [] };
