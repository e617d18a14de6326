import type { TrackingEvents } from './events-tracking.js';
import { latestFollowing } from './facts.js';
import { onReply } from './fold-answers.js';
import { startAssignment } from './fold-assignment.js';
import type { FoldOf } from './fold-intake.js';
import { onEntry, reachMilestone } from './fold-register.js';
import type { CaseState, TrackingEntry } from './state.js';
import { NO_PURSUIT } from './state-register.js';

const register: FoldOf<TrackingEvents>['entry.registered'] = (state, registered, at) => {
  const { year, ...rest } = registered;
  const entry: TrackingEntry = {
    ...NO_PURSUIT,
    ...rest,
    originYear: year,
    year,
    yearsCarried: 0,
    phase: 'REGISTERED',
    registeredAt: at,
    progress: [],
    evidence: [],
    claimedAt: null,
    confirmedAt: null,
    carriedAt: null,
    struckOffAt: null,
    endedAt: null,
  };
  return { entries: [...state.entries, entry] };
};

/** What tracking found out changes the class of the reply that promised it. */
function reclassify(
  state: CaseState,
  changed: Pick<TrackingEvents['entry.downgraded'], 'replyId' | 'outcomes'> & {
    class: string | null;
    reason: string | null;
  },
  at: string,
): Partial<CaseState> {
  const { replyId, outcomes, reason } = changed;
  return onReply(state, replyId, (one) => {
    const became = changed.class ?? one.confirmedClass ?? '';
    const change = { class: became, outcomes, at, by: 'TRACKING' as const, reason };
    return { ...one, confirmedClass: became, outcomes, classHistory: [...one.classHistory, change] };
  });
}

const rollOver: FoldOf<TrackingEvents>['entry.rolled_over'] = (state, carried, at) => {
  const { entryId, toYear, yearsCarried } = carried;
  return onEntry(state, entryId, (one) => {
    const waiting = one.phase === 'CLAIMED_DONE' || one.phase === 'CONFIRMED';
    const phase = waiting ? one.phase : 'ROLLED_OVER';
    return { ...one, year: toYear, yearsCarried, phase, carriedAt: at };
  });
};

const rehand: FoldOf<TrackingEvents>['entry.rehanded'] = (state, { entryId, assignment }, at) => {
  const again = onEntry(state, entryId, (one) => ({ ...one, phase: 'REHANDED', carriedAt: at }));
  const promised = state.entries.find((one) => one.entryId === entryId)?.assignmentId;
  const before = promised === undefined ? null : latestFollowing(state, promised);
  const started = startAssignment(assignment, 'REHAND', before);
  return { ...again, phase: 'HANDED_OVER', assignments: [...state.assignments, started] };
};

export const TRACKING_FOLDS: FoldOf<TrackingEvents> = {
  'entry.registered': register,
  'entry.progressed': (state, { entryId, text, milestone = null }, at) =>
    onEntry(state, entryId, (one) => ({
      ...reachMilestone(one, milestone, at),
      phase: 'IN_PROGRESS',
      progress: [...one.progress, { text, at }],
    })),
  'entry.claimed_done': (state, { entryId, text, evidence }, at) =>
    onEntry(state, entryId, (one) => ({
      ...one,
      phase: 'CLAIMED_DONE',
      claimedAt: at,
      evidence: [...one.evidence, ...evidence],
      progress: [...one.progress, { text, at }],
    })),
  'entry.confirmed': (state, { entryId }, at) =>
    onEntry(state, entryId, (one) => ({ ...one, phase: 'CONFIRMED', confirmedAt: at })),
  'entry.claim_refused': (state, { entryId, reason }, at) =>
    onEntry(state, entryId, (one) => ({
      ...one,
      phase: 'IN_PROGRESS',
      claimedAt: null,
      progress: [...one.progress, { text: reason, at }],
    })),
  'entry.struck_off': (state, struck, at) => ({
    ...onEntry(state, struck.entryId, (one) => ({
      ...one,
      phase: 'STRUCK_OFF',
      struckOffAt: at,
      endedAt: at,
    })),
    ...reclassify(state, { ...struck, reason: null }, at),
  }),
  'entry.rolled_over': rollOver,
  'entry.rehanded': rehand,
  'entry.downgraded': (state, downgraded, at) => ({
    ...onEntry(state, downgraded.entryId, (one) => ({ ...one, phase: 'DOWNGRADED', endedAt: at })),
    ...reclassify(state, downgraded, at),
  }),
};
