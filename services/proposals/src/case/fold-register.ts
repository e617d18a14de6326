import type { RegisterEvents } from './events-register.js';
import type { FoldOf } from './fold-intake.js';
import type { CaseState, TrackingEntry } from './state.js';

export const onEntry = (
  state: CaseState,
  entryId: string,
  change: (one: TrackingEntry) => TrackingEntry,
): Pick<CaseState, 'entries'> => ({
  entries: state.entries.map((one) => (one.entryId === entryId ? change(one) : one)),
});

/** Reported as done with a note of progress: the step of that number. */
export const reachMilestone = (entry: TrackingEntry, number: number | null, at: string): TrackingEntry =>
  number === null || !entry.plan
    ? entry
    : {
        ...entry,
        plan: {
          ...entry.plan,
          milestones: entry.plan.milestones.map((one) =>
            one.number === number ? { ...one, doneAt: one.doneAt ?? at } : one,
          ),
        },
      };

export const REGISTER_FOLDS: FoldOf<RegisterEvents> = {
  'proposal.attention_marked': (_, { reason }, at) => ({ attention: { reason, at } }),
  'entry.planned': (state, { entryId, responsible, milestones }, at) =>
    onEntry(state, entryId, (one) => ({
      ...one,
      plan: { responsible, milestones: milestones.map((step) => ({ ...step, doneAt: null })), at },
    })),
  'entry.crossed_term': (state, { entryId, toTerm }, at) =>
    onEntry(state, entryId, (one) => {
      const waiting = one.phase === 'CLAIMED_DONE' || one.phase === 'CONFIRMED';
      const crossedTerms = [...one.crossedTerms, { toTerm, at }];
      return { ...one, phase: waiting ? one.phase : 'CROSS_TERM', crossedTerms, carriedAt: at };
    }),
  'entry.rated': (state, { entryId, ...rating }, at) =>
    onEntry(state, entryId, (one) => ({ ...one, ratings: [...one.ratings, { ...rating, at }] })),
};
